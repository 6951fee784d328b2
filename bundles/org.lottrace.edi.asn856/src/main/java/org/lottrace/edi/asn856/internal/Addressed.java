package org.lottrace.edi.asn856.internal;

import java.util.Optional;
import org.lottrace.api.id.Gln;
import org.lottrace.api.lot.Site;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PostalAddress;

/**
 * Who or where, as a message says it.
 *
 * @param id number by which the receiver knows it; empty when there is a GLN, or none
 * @param phone empty when it is not told
 */
record Addressed(String name, Optional<Gln> gln, String id, PostalAddress address, String phone) {
    private static final PostalAddress UNKNOWN = new PostalAddress("", "", "", "", "");

    static Addressed of(Party party) {
        return new Addressed(party.name(), party.gln(), "", party.address(), "");
    }

    /** Who assigned a traceability lot code is to be reached by telephone (21 CFR 1.1310). */
    static Addressed withPhone(Party party) {
        return new Addressed(party.name(), party.gln(), "", party.address(), party.phone());
    }

    /** Of an own site no address is kept. */
    static Addressed of(Site site) {
        return new Addressed(site.name(), site.gln(), "", UNKNOWN, "");
    }

    static Addressed named(String name, Optional<Gln> gln, String id) {
        return new Addressed(name, gln, id, UNKNOWN, "");
    }
}
