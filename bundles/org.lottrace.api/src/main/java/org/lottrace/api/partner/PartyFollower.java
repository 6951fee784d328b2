package org.lottrace.api.partner;

import org.lottrace.api.id.PartyId;
import org.osgi.annotation.versioning.ConsumerType;

/** Follows what becomes known of parties. Whiteboard: every service of this type is told. */
@ConsumerType
public interface PartyFollower {
    /**
     * Somebody has said who a party is that only reports had named. Called in the unit of work in which the party is saved, after it was; what
     * this throws undoes that.
     */
    void named(PartyId party);
}
