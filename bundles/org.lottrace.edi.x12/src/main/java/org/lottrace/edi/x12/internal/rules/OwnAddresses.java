package org.lottrace.edi.x12.internal.rules;

import java.util.Optional;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyRole;

/** Under which addresses partners reach us: the one that is configured, else those of the company's own parties. */
public final class OwnAddresses {
    private final PartnerDirectory partners;
    private final Optional<EdiAddress> configured;

    /** @param configured absent to take those of the parties with the role COMPANY */
    public OwnAddresses(PartnerDirectory partners, Optional<EdiAddress> configured) {
        this.partners = partners;
        this.configured = configured;
    }

    /** @return true when an interchange to that address is for us */
    public boolean contains(EdiAddress address) {
        return configured.map(address::equals).orElseGet(() -> partners.find(address)
                .filter(OwnAddresses::isCompany)
                .isPresent());
    }

    /** @return the address we send from; of several companies that of the first number */
    public Optional<EdiAddress> sender() {
        return configured.or(() -> partners.all().stream()
                .filter(OwnAddresses::isCompany)
                .flatMap(party -> party.profile().ediAddress().stream())
                .findFirst());
    }

    private static boolean isCompany(Party party) {
        return party.roles().contains(PartyRole.COMPANY);
    }
}
