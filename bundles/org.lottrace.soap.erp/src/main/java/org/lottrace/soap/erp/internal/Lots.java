package org.lottrace.soap.erp.internal;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.lottrace.api.genealogy.AsOf;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.ItemCatalog;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.LotKey;
import org.lottrace.api.lot.LotMaster;
import org.lottrace.api.lot.LotReference;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.quality.Holds;
import org.lottrace.api.quality.LotDisposition;
import org.lottrace.api.quality.LotUsability;
import org.lottrace.api.quality.Purpose;
import org.lottrace.api.text.TextForms;
import org.lottrace.api.violation.Violation;
import org.lottrace.soap.erp.internal.wire.GetLots;
import org.lottrace.soap.erp.internal.wire.GetLotsResponse;
import org.lottrace.soap.erp.internal.wire.GetUsability;
import org.lottrace.soap.erp.internal.wire.GetUsabilityResponse;
import org.lottrace.soap.erp.internal.wire.Refused;

/** Answers what is known about lots, and whether one may be used. */
final class Lots {
    private final Operations operations;

    Lots(Operations operations) {
        this.operations = operations;
    }

    GetLotsResponse find(Caller caller, GetLots request, Room room) throws Refused {
        Page<Lot> page = request.getLot() == null ? ofItem(caller, request, room) : fitting(caller, request, room);
        Map<LotKey, LotDisposition> dispositions =
                operations.as(caller, Holds.class).dispositionsOf(page.map(Lot::key)).stream()
                        .collect(Collectors.toMap(LotDisposition::lot, Function.identity()));
        GetLotsResponse response = new GetLotsResponse();
        page.rows().stream()
                .map(lot -> LotMapper.toWire(lot, Optional.ofNullable(dispositions.get(lot.key()))))
                .forEach(response.getLot()::add);
        page.last().map(Lot::key).map(ValueMapper::toWire).ifPresent(response::setNext);
        return response;
    }

    private Page<Lot> fitting(Caller caller, GetLots request, Room room) throws Refused {
        Reading reading = Reading.ofRequest();
        Optional<LotReference> reference = ValueMapper.lotReference(reading.at("lot"), request.getLot());
        reading.refuseWhatIsWrong();
        List<Lot> fitting = operations.as(caller, LotMaster.class).find(reference.orElseThrow());
        if (fitting.isEmpty()) {
            ViolationMapper.refuse(List.of(Unknown.violation("LOT_UNKNOWN", "lot", "lot " + reference.orElseThrow())));
        }
        room.fit(fitting.size(), "lots", "lot", "Name issuer and item of the lot, too.");
        return new Page<>(fitting, false);
    }

    private Page<Lot> ofItem(Caller caller, GetLots request, Room room) throws Refused {
        Reading reading = Reading.ofRequest();
        ItemNumber item = reading.value("item", ItemNumber.class, request.getItem());
        Optional<LotKey> after = request.getAfter() == null
                ? Optional.empty()
                : ValueMapper.lotKey(reading.at("after"), request.getAfter());
        reading.refuseWhatIsWrong();
        Unknown.refuse(operations.as(caller, ItemCatalog.class).find(item), "ITEM_UNKNOWN", "item", "item " + item);
        LotMaster lots = operations.as(caller, LotMaster.class);
        if (after.isPresent()) {
            // from a lot that is none of them the list would begin again, without end
            Unknown.refuse(
                    after.filter(lot -> lot.item().equals(item)).flatMap(lots::find),
                    "LOT_UNKNOWN",
                    "after",
                    "lot " + after.get() + " of item " + item);
        }
        int limit = Page.limit(request.getLimit());
        room.expect(limit);
        return Page.of(lots.ofItem(item, after, limit + 1), limit, room.most(), lot -> 1);
    }

    GetUsabilityResponse judge(Caller caller, GetUsability request) throws Refused {
        Reading reading = Reading.ofRequest();
        Optional<LotReference> reference = ValueMapper.lotReference(reading.at("lot"), request.getLot());
        Optional<PartyId> partyId = reading.optional("party", PartyId.class, request.getParty());
        LocalDate date = reading.value("date", () -> ValueMapper.date(request.getDate()));
        AsOf asOf = Past.asOf(reading, request.getLedgerPosition(), request.getKnownAt(), request.getHappenedBy());
        reading.refuseWhatIsWrong();
        Lot lot = one(caller, reference.orElseThrow());
        Optional<Party> party = partyId.isEmpty() ? Optional.empty() : Optional.of(party(caller, partyId.get()));
        return LotMapper.toWire(
                lot.key(),
                operations
                        .as(caller, LotUsability.class)
                        .isUsable(
                                lot,
                                TextForms.read(
                                        Purpose.class, request.getPurpose().value()),
                                party,
                                date,
                                asOf));
    }

    private Party party(Caller caller, PartyId id) throws Refused {
        return Unknown.refuse(
                operations.as(caller, PartnerDirectory.class).find(id), "PARTY_UNKNOWN", "party", "party " + id);
    }

    /** @return the only lot that the reference fits */
    Lot one(Caller caller, LotReference reference) throws Refused {
        return Unknown.refuse(atMostOne(caller, reference), "LOT_UNKNOWN", "lot", "lot " + reference);
    }

    /** @return the only lot that the reference fits, or empty when it fits none */
    Optional<Lot> atMostOne(Caller caller, LotReference reference) throws Refused {
        List<Lot> fitting = operations.as(caller, LotMaster.class).find(reference);
        if (fitting.size() > 1) {
            ViolationMapper.refuse(List.of(new Violation(
                    "LOT_AMBIGUOUS",
                    "lot",
                    fitting.size() + " lots fit " + reference + ", the first of them "
                            + fitting.get(0).key() + ". Name issuer and item, too.")));
        }
        return fitting.stream().findFirst();
    }
}
