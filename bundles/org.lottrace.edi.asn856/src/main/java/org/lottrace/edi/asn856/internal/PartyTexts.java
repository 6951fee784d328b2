package org.lottrace.edi.asn856.internal;

import org.lottrace.api.partner.PostalAddress;
import org.lottrace.edi.asn856.internal.wire.PartyReference;

/** N1 loops, as far as X12 has {@link Room} for them: for a street of two lines, and for a region of two letters. */
final class PartyTexts {
    /** X12 data element 166. */
    private static final int LONGEST_LINE = 55;

    /** X12 data elements 19, 93 and 364. */
    private static final int CITY = 30;

    private static final int NAME = 60;
    private static final int PHONE = 80;

    private PartyTexts() {}

    /** @return the loop; with neither name nor number it says nothing, and is not written */
    static PartyReference of(String role, Addressed who) {
        PartyReference party = new PartyReference();
        party.role = role;
        party.name = Room.cut(who.name(), NAME);
        if (who.gln().isPresent()) {
            party.qualifier = "UL";
            party.id = who.gln().get().value();
        } else if (!who.id().isEmpty()) {
            party.qualifier = "92";
            party.id = who.id();
        }
        address(party, who.address());
        party.phone = Room.whole(who.phone(), 1, PHONE);
        if (party.phone != null) {
            party.contact = "IC";
            party.phoneKind = "TE";
        }
        return party;
    }

    static boolean saysSomething(PartyReference party) {
        return party.name != null || party.id != null;
    }

    private static void address(PartyReference party, PostalAddress address) {
        String street = Room.plain(address.street());
        int end = street.length() > LONGEST_LINE ? lastBlank(street) : street.length();
        party.street = Room.cut(street.substring(0, end), LONGEST_LINE);
        party.furtherStreet = Room.cut(street.substring(end), LONGEST_LINE);
        String city = Room.cut(address.city(), CITY);
        party.city = city == null ? null : Room.whole(city, 2, CITY);
        party.region = Room.whole(address.region(), 2, 2);
        party.postalCode = Room.whole(address.postalCode(), 3, 15);
        party.country = Room.whole(address.country(), 2, 3);
    }

    private static int lastBlank(String street) {
        int blank = street.lastIndexOf(' ', LONGEST_LINE);
        return blank > 0 ? blank : LONGEST_LINE;
    }
}
