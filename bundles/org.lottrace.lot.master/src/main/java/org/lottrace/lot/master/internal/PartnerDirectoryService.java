package org.lottrace.lot.master.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.partner.PartyFollower;
import org.lottrace.api.partner.store.PartyStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;

/** Keeps the parties. */
@Component
public final class PartnerDirectoryService implements PartnerDirectory {
    private static final String EDI_ADDRESS_IN_USE = "EDI_ADDRESS_IN_USE";
    private static final String PARTNER_MAPPING_NAME_INVALID = "PARTNER_MAPPING_NAME_INVALID";
    private static final String EDI_QUALIFIER_UNKNOWN = "EDI_QUALIFIER_UNKNOWN";

    /** This field changes: the whiteboard of those who follow what becomes known. */
    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    private volatile List<PartyFollower> followers = List.of();

    private final UnitOfWork unitOfWork;
    private final PartyStore parties;

    @Activate
    public PartnerDirectoryService(@Reference UnitOfWork unitOfWork, @Reference PartyStore parties) {
        this.unitOfWork = unitOfWork;
        this.parties = parties;
    }

    @Override
    public List<Violation> save(List<Party> given) {
        return unitOfWork.required(() -> {
            List<Violation> violations = problemsOf(given);
            if (violations.isEmpty()) {
                List<PartyId> named = given.stream()
                        .filter(party -> !party.isOnlyTold())
                        .map(Party::id)
                        .filter(id -> parties.find(id).filter(Party::isOnlyTold).isPresent())
                        .toList();
                given.forEach(parties::save);
                named.forEach(id -> followers.forEach(follower -> follower.named(id)));
            }
            return violations;
        });
    }

    @Override
    public Optional<Party> find(PartyId id) {
        return unitOfWork.required(() -> parties.find(id));
    }

    @Override
    public Optional<Party> find(EdiAddress address) {
        return unitOfWork.required(() -> parties.find(address));
    }

    @Override
    public List<Party> all() {
        return unitOfWork.required(parties::all);
    }

    private List<Violation> problemsOf(List<Party> given) {
        List<Violation> violations = new ArrayList<>();
        Map<EdiAddress, PartyId> addresses = new HashMap<>();
        for (int i = 0; i < given.size(); i++) {
            Party party = given.get(i);
            if (!party.profile().hasMapping()) {
                violations.add(new Violation(
                        PARTNER_MAPPING_NAME_INVALID,
                        ViolationPath.of("parties", i + 1).then("profile").then("mapping"),
                        "\"" + party.profile().mapping()
                                + "\" is not the name of a mapping: 1 to 60 letters, digits, underscores and hyphens; standard is"
                                + " for partners that need nothing special"));
            }
            ViolationPath path =
                    ViolationPath.of("parties", i + 1).then("profile").then("ediAddress");
            party.profile().ediAddress().ifPresent(address -> {
                if (!InterchangeQualifiers.contains(address.qualifier())) {
                    violations.add(new Violation(
                            EDI_QUALIFIER_UNKNOWN,
                            path,
                            "interchange address " + address + " cannot be written: X12 has no qualifier "
                                    + address.qualifier() + "; ZZ is for what the two of you agreed on"));
                }
                PartyId holder = parties.find(address)
                        .map(Party::id)
                        .filter(id -> !id.equals(party.id()))
                        .orElseGet(() -> addresses.getOrDefault(address, party.id()));
                addresses.put(address, party.id());
                if (!holder.equals(party.id())) {
                    violations.add(new Violation(
                            EDI_ADDRESS_IN_USE,
                            path,
                            "interchange address " + address + " belongs to party " + holder));
                }
            });
        }
        return violations;
    }
}
