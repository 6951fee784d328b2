package org.lottrace.edi.asn856.internal;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.event.KeyDataElement;
import org.lottrace.api.event.KeyDataValue;
import org.lottrace.api.event.KeyDatum;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.lot.Lot;
import org.lottrace.api.lot.store.SiteStore;
import org.lottrace.api.partner.store.PartyStore;

/**
 * Who assigned the traceability lot code of a lot: whoever is said to have, else the own site that made it, else whose number it is.
 *
 * <p>Source: 21 CFR 1.1310, traceability lot code source.
 */
final class LotCodeSources {
    private final PartyStore parties;
    private final SiteStore sites;

    LotCodeSources(PartyStore parties, SiteStore sites) {
        this.parties = parties;
        this.sites = sites;
    }

    /** @param known what is known of the lot */
    Optional<Addressed> of(Lot lot, List<KeyDatum> known) {
        return KeyDatum.find(known, KeyDataElement.TLC_SOURCE)
                .map(KeyDataValue::text)
                .map(PartyId::new)
                .flatMap(parties::find)
                .map(Addressed::withPhone)
                .or(() -> lot.madeAt().flatMap(sites::find).map(Addressed::of))
                .or(() -> parties.find(lot.key().issuer()).map(Addressed::withPhone));
    }
}
