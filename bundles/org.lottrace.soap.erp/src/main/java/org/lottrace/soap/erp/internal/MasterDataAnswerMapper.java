package org.lottrace.soap.erp.internal;

import org.lottrace.api.id.Gln;
import org.lottrace.api.id.Gtin;
import org.lottrace.api.lot.Item;
import org.lottrace.api.lot.ItemProfile;
import org.lottrace.api.lot.Location;
import org.lottrace.api.lot.PackUnit;
import org.lottrace.api.lot.Site;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerProfile;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PostalAddress;
import org.lottrace.soap.erp.internal.wire.WireCounting;
import org.lottrace.soap.erp.internal.wire.WireDateKind;
import org.lottrace.soap.erp.internal.wire.WireEdiAddress;
import org.lottrace.soap.erp.internal.wire.WireItem;
import org.lottrace.soap.erp.internal.wire.WireItemProfile;
import org.lottrace.soap.erp.internal.wire.WireItemType;
import org.lottrace.soap.erp.internal.wire.WireLocation;
import org.lottrace.soap.erp.internal.wire.WireLocationType;
import org.lottrace.soap.erp.internal.wire.WirePackUnit;
import org.lottrace.soap.erp.internal.wire.WireParty;
import org.lottrace.soap.erp.internal.wire.WirePartyRole;
import org.lottrace.soap.erp.internal.wire.WirePostalAddress;
import org.lottrace.soap.erp.internal.wire.WireProfile;
import org.lottrace.soap.erp.internal.wire.WireShelfLifeStart;
import org.lottrace.soap.erp.internal.wire.WireSite;
import org.lottrace.soap.erp.internal.wire.WireTrackingMode;

/** Items, sites and parties to the wire: what was saved comes back in the form in which it was sent. */
final class MasterDataAnswerMapper {
    private MasterDataAnswerMapper() {}

    static WireItem toWire(Item item) {
        WireItem wire = new WireItem();
        wire.setNumber(item.number().value());
        wire.setDescription(item.description());
        wire.setType(WireItemType.fromValue(item.type().code()));
        item.gtin().map(Gtin::value).ifPresent(wire::setGtin);
        wire.setBaseUnit(item.baseUnit().code());
        item.packUnits().stream().map(MasterDataAnswerMapper::toWire).forEach(wire.getPackUnit()::add);
        item.shelfLifeDays().ifPresent(wire::setShelfLifeDays);
        item.segregation().classes().stream().sorted().forEach(wire.getSegregationClass()::add);
        item.segregation().notWith().stream().sorted().forEach(wire.getNotWith()::add);
        if (!item.profile().equals(ItemProfile.USUAL)) {
            wire.setProfile(toWire(item.profile()));
        }
        return wire;
    }

    private static WireItemProfile toWire(ItemProfile profile) {
        WireItemProfile wire = new WireItemProfile();
        profile.tracking().map(mode -> WireTrackingMode.fromValue(mode.code())).ifPresent(wire::setTracking);
        profile.counting().map(kind -> WireCounting.fromValue(kind.code())).ifPresent(wire::setCounting);
        profile.shelfLifeFrom()
                .map(start -> WireShelfLifeStart.fromValue(start.code()))
                .ifPresent(wire::setShelfLifeFrom);
        profile.dateKind().map(kind -> WireDateKind.fromValue(kind.code())).ifPresent(wire::setDateKind);
        profile.catchWeightPercent().ifPresent(wire::setCatchWeightPercent);
        profile.mandatory().stream().sorted().forEach(wire.getMandatory()::add);
        return wire;
    }

    private static WirePackUnit toWire(PackUnit unit) {
        WirePackUnit wire = new WirePackUnit();
        wire.setUnit(unit.unit().code());
        wire.setBaseUnits(unit.baseUnits());
        return wire;
    }

    static WireSite toWire(Site site) {
        WireSite wire = new WireSite();
        wire.setId(site.id().value());
        wire.setCompany(site.company().value());
        wire.setName(site.name());
        site.gln().map(Gln::value).ifPresent(wire::setGln);
        wire.setZone(site.zone().getId());
        wire.setProductionDayStart(ValueMapper.toWire(site.productionDayStart()));
        wire.setLotNumberTemplate(site.lotNumberTemplate());
        site.locations().stream().map(MasterDataAnswerMapper::toWire).forEach(wire.getLocation()::add);
        return wire;
    }

    private static WireLocation toWire(Location location) {
        WireLocation wire = new WireLocation();
        wire.setId(location.id().value());
        wire.setType(WireLocationType.fromValue(location.type().code()));
        return wire;
    }

    static WireParty toWire(Party party) {
        WireParty wire = new WireParty();
        wire.setId(party.id().value());
        wire.setName(party.name());
        party.roles().stream()
                .sorted()
                .map(role -> WirePartyRole.fromValue(role.code()))
                .forEach(wire.getRole()::add);
        party.gln().map(Gln::value).ifPresent(wire::setGln);
        wire.setAddress(toWire(party.address()));
        wire.setEmail(party.email());
        wire.setPhone(party.phone());
        wire.setProfile(toWire(party.profile()));
        return wire;
    }

    private static WirePostalAddress toWire(PostalAddress address) {
        WirePostalAddress wire = new WirePostalAddress();
        wire.setStreet(address.street());
        wire.setCity(address.city());
        wire.setRegion(address.region());
        wire.setPostalCode(address.postalCode());
        // the schema knows no empty code
        wire.setCountry(address.country().isEmpty() ? null : address.country());
        return wire;
    }

    private static WireProfile toWire(PartnerProfile profile) {
        WireProfile wire = new WireProfile();
        profile.ediAddress().map(MasterDataAnswerMapper::toWire).ifPresent(wire::setEdiAddress);
        wire.setMapping(profile.mapping());
        wire.setMinimumRemainingShelfLifeDays(profile.minimumRemainingShelfLifeDays());
        return wire;
    }

    private static WireEdiAddress toWire(EdiAddress address) {
        WireEdiAddress wire = new WireEdiAddress();
        wire.setQualifier(address.qualifier());
        wire.setId(address.id());
        return wire;
    }
}
