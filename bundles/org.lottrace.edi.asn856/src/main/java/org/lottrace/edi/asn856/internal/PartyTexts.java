package org.lottrace.edi.asn856.internal;

import org.lottrace.api.partner.PostalAddress;
import org.lottrace.edi.asn856.internal.wire.PartyReference;

/** N1 loops. Of an address X12 has room for a street of two lines, and for a region of two letters: a longer one is left out. */
final class PartyTexts {
    /** X12 data element 166. */
    private static final int LONGEST_LINE = 55;

    private static final int REGION = 2;

    private PartyTexts() {}

    /** @return the loop; with neither name nor number it says nothing, and is not written */
    static PartyReference of(String role, Addressed who) {
        PartyReference party = new PartyReference();
        party.role = role;
        party.name = Texts.orNull(who.name());
        if (who.gln().isPresent()) {
            party.qualifier = "UL";
            party.id = who.gln().get().value();
        } else if (!who.id().isEmpty()) {
            party.qualifier = "92";
            party.id = who.id();
        }
        address(party, who.address());
        if (!who.phone().isEmpty()) {
            party.contact = "IC";
            party.phoneKind = "TE";
            party.phone = who.phone();
        }
        return party;
    }

    static boolean saysSomething(PartyReference party) {
        return party.name != null || party.id != null;
    }

    private static void address(PartyReference party, PostalAddress address) {
        String street = address.street().strip();
        int end = street.length() > LONGEST_LINE ? lastBlank(street) : street.length();
        party.street = Texts.orNull(street.substring(0, end).strip());
        party.furtherStreet = Texts.orNull(street.substring(end).strip());
        party.city = Texts.orNull(address.city());
        party.region = address.region().length() == REGION ? address.region() : null;
        party.postalCode = Texts.orNull(address.postalCode());
        party.country = Texts.orNull(address.country());
    }

    private static int lastBlank(String street) {
        int blank = street.lastIndexOf(' ', LONGEST_LINE);
        return blank > 0 ? blank : LONGEST_LINE;
    }
}
