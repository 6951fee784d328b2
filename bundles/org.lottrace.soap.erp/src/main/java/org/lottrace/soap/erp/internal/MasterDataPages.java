package org.lottrace.soap.erp.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.SiteDirectory;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.soap.erp.internal.wire.GetItems;
import org.lottrace.soap.erp.internal.wire.GetPartners;
import org.lottrace.soap.erp.internal.wire.GetSites;
import org.lottrace.soap.erp.internal.wire.Refused;

/** Answers items, sites and parties: one by its name, or a page of all in the order of their names, character by character. */
final class MasterDataPages {
    private final Operations operations;

    MasterDataPages(Operations operations) {
        this.operations = operations;
    }

    Page<Item> find(Caller caller, GetItems request, Room room) throws Refused {
        Reading reading = Reading.ofRequest();
        Optional<ItemNumber> number = reading.optional("number", ItemNumber.class, request.getNumber());
        Optional<Gtin> gtin = reading.optional("gtin", Gtin.class, request.getGtin());
        reading.refuseWhatIsWrong();
        ItemCatalog items = operations.as(caller, ItemCatalog.class);
        if (number.isPresent()) {
            return Page.ofOne(
                    Unknown.refuse(items.find(number.get()), "ITEM_UNKNOWN", "number", "item " + number.get()));
        }
        if (gtin.isPresent()) {
            return Page.ofOne(Unknown.refuse(
                    items.find(gtin.get()), "ITEM_UNKNOWN", "gtin", "item with trade item number " + gtin.get()));
        }
        int limit = room.expectPage(request.getLimit());
        return Page.of(
                behind(request.getAfter(), items.all(), item -> item.number().value()),
                limit,
                room.most(),
                item -> 1
                        + item.packUnits().size()
                        + item.segregation().classes().size()
                        + item.segregation().notWith().size());
    }

    Page<Site> find(Caller caller, GetSites request, Room room) throws Refused {
        Reading reading = Reading.ofRequest();
        Optional<SiteId> id = reading.optional("id", SiteId.class, request.getId());
        reading.refuseWhatIsWrong();
        SiteDirectory sites = operations.as(caller, SiteDirectory.class);
        if (id.isPresent()) {
            return Page.ofOne(Unknown.refuse(sites.find(id.get()), "SITE_UNKNOWN", "id", "site " + id.get()));
        }
        int limit = room.expectPage(request.getLimit());
        return Page.of(
                behind(request.getAfter(), sites.all(), site -> site.id().value()),
                limit,
                room.most(),
                site -> 1 + site.locations().size());
    }

    Page<Party> find(Caller caller, GetPartners request, Room room) throws Refused {
        Reading reading = Reading.ofRequest();
        Optional<PartyId> id = reading.optional("id", PartyId.class, request.getId());
        reading.refuseWhatIsWrong();
        PartnerDirectory parties = operations.as(caller, PartnerDirectory.class);
        if (id.isPresent()) {
            return Page.ofOne(Unknown.refuse(parties.find(id.get()), "PARTY_UNKNOWN", "id", "party " + id.get()));
        }
        int limit = room.expectPage(request.getLimit());
        return Page.of(
                behind(request.getAfter(), parties.all(), party -> party.id().value()), limit, room.most(), party -> 1);
    }

    /** @param after the schema has made sure that it is such a name; null for the first page */
    private static <T> List<T> behind(String after, List<T> all, Function<T, String> name) {
        return all.stream()
                .filter(row -> after == null || name.apply(row).compareTo(after) > 0)
                .sorted(Comparator.comparing(name))
                .toList();
    }
}
