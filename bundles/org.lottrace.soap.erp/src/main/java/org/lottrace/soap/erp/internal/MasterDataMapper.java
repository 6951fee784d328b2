package org.lottrace.soap.erp.internal;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.code.Coded;
import org.lottrace.api.id.Gln;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.id.ItemNumber;
import org.lottrace.api.id.LocationId;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.id.SiteId;
import org.lottrace.api.lot.Counting;
import org.lottrace.api.lot.DateKind;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemProfile;
import org.lottrace.api.lot.ItemType;
import org.lottrace.api.lot.Location;
import org.lottrace.api.lot.LocationType;
import org.lottrace.api.lot.PackUnit;
import org.lottrace.api.lot.Segregation;
import org.lottrace.api.lot.ShelfLifeStart;
import org.lottrace.api.lot.Site;
import org.lottrace.api.lot.TrackingMode;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerProfile;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;
import org.lottrace.api.partner.PostalAddress;
import org.lottrace.api.quantity.UnitOfMeasure;
import org.lottrace.api.text.TextForms;
import org.lottrace.soap.erp.internal.wire.WireEdiAddress;
import org.lottrace.soap.erp.internal.wire.WireItem;
import org.lottrace.soap.erp.internal.wire.WireItemProfile;
import org.lottrace.soap.erp.internal.wire.WireLocation;
import org.lottrace.soap.erp.internal.wire.WirePackUnit;
import org.lottrace.soap.erp.internal.wire.WireParty;
import org.lottrace.soap.erp.internal.wire.WirePostalAddress;
import org.lottrace.soap.erp.internal.wire.WireProfile;
import org.lottrace.soap.erp.internal.wire.WireSite;

/** Items, sites and parties from the wire. */
final class MasterDataMapper {
    private MasterDataMapper() {}

    static Optional<Item> item(Reading at, WireItem wire) {
        ItemNumber number = at.value("number", ItemNumber.class, wire.getNumber());
        Optional<Gtin> gtin = at.optional("gtin", Gtin.class, wire.getGtin());
        UnitOfMeasure baseUnit = at.value("baseUnit", UnitOfMeasure.class, wire.getBaseUnit());
        List<PackUnit> packUnits = at.list("packUnit", wire.getPackUnit(), MasterDataMapper::packUnit);
        return at.whole(() -> new Item(
                number,
                wire.getDescription(),
                TextForms.read(ItemType.class, wire.getType().value()),
                gtin,
                baseUnit,
                packUnits,
                Optional.ofNullable(wire.getShelfLifeDays()),
                new Segregation(Set.copyOf(wire.getSegregationClass()), Set.copyOf(wire.getNotWith())),
                wire.getProfile() == null ? ItemProfile.USUAL : profile(wire.getProfile())));
    }

    private static ItemProfile profile(WireItemProfile wire) {
        return new ItemProfile(
                Optional.ofNullable(wire.getTracking()).map(mode -> Coded.of(TrackingMode.class, mode.value())),
                Optional.ofNullable(wire.getCounting()).map(kind -> Coded.of(Counting.class, kind.value())),
                Optional.ofNullable(wire.getShelfLifeFrom())
                        .map(start -> Coded.of(ShelfLifeStart.class, start.value())),
                Optional.ofNullable(wire.getDateKind()).map(kind -> Coded.of(DateKind.class, kind.value())),
                Set.copyOf(wire.getMandatory()),
                Optional.ofNullable(wire.getCatchWeightPercent()));
    }

    private static Optional<PackUnit> packUnit(Reading at, WirePackUnit wire) {
        UnitOfMeasure unit = at.value("unit", UnitOfMeasure.class, wire.getUnit());
        return at.whole(() -> new PackUnit(unit, wire.getBaseUnits()));
    }

    static Optional<Site> site(Reading at, WireSite wire) {
        SiteId id = at.value("id", SiteId.class, wire.getId());
        PartyId company = at.value("company", PartyId.class, wire.getCompany());
        Optional<Gln> gln = at.optional("gln", Gln.class, wire.getGln());
        ZoneId zone = at.value("zone", ZoneId.class, wire.getZone());
        LocalTime dayStart = at.value("productionDayStart", () -> ValueMapper.time(wire.getProductionDayStart()));
        List<Location> locations = at.list("location", wire.getLocation(), MasterDataMapper::location);
        return at.whole(() ->
                new Site(id, company, wire.getName(), gln, zone, dayStart, wire.getLotNumberTemplate(), locations));
    }

    private static Optional<Location> location(Reading at, WireLocation wire) {
        LocationId id = at.value("id", LocationId.class, wire.getId());
        return at.whole(() -> new Location(
                id, TextForms.read(LocationType.class, wire.getType().value())));
    }

    static Optional<Party> party(Reading at, WireParty wire) {
        PartyId id = at.value("id", PartyId.class, wire.getId());
        Set<PartyRole> roles = wire.getRole().stream()
                .map(r -> TextForms.read(PartyRole.class, r.value()))
                .collect(Collectors.toSet());
        Optional<Gln> gln = at.optional("gln", Gln.class, wire.getGln());
        Optional<PartnerProfile> profile = wire.getProfile() == null
                ? Optional.of(PartnerProfile.NONE)
                : profile(at.at("profile"), wire.getProfile());
        return at.whole(() -> new Party(
                id,
                wire.getName(),
                roles,
                gln,
                address(wire.getAddress()),
                orEmpty(wire.getEmail()),
                orEmpty(wire.getPhone()),
                profile.orElseThrow()));
    }

    private static Optional<PartnerProfile> profile(Reading at, WireProfile wire) {
        Optional<EdiAddress> edi = at.optional("ediAddress", wire.getEdiAddress(), MasterDataMapper::ediAddress);
        return at.whole(() -> new PartnerProfile(
                edi,
                Optional.ofNullable(wire.getMapping()).orElse(PartnerProfile.NONE.mapping()),
                Optional.ofNullable(wire.getMinimumRemainingShelfLifeDays())
                        .orElse(PartnerProfile.NONE.minimumRemainingShelfLifeDays())));
    }

    private static EdiAddress ediAddress(WireEdiAddress wire) {
        return new EdiAddress(wire.getQualifier(), wire.getId());
    }

    private static PostalAddress address(WirePostalAddress wire) {
        return wire == null
                ? new PostalAddress("", "", "", "", "")
                : new PostalAddress(
                        orEmpty(wire.getStreet()),
                        orEmpty(wire.getCity()),
                        orEmpty(wire.getRegion()),
                        orEmpty(wire.getPostalCode()),
                        orEmpty(wire.getCountry()));
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
