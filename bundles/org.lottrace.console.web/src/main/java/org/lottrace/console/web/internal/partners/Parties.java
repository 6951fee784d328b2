package org.lottrace.console.web.internal.partners;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.master.MasterKind;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.console.web.internal.master.Closings;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** Suppliers, customers, carriers and the company itself. */
public final class Parties {
    private static final int AT_A_TIME = 50;

    private Parties() {}

    /**
     * @param next address of the next page, absent on the last one
     * @param closed those that are closed
     * @param all whether closed ones are shown
     * @param hidden how many closed ones would fit and are not shown
     */
    public record View(
            String searched,
            List<Party> parties,
            Optional<String> next,
            Set<PartyId> closed,
            boolean all,
            int hidden) {}

    static Answer show(Visit visit) {
        String searched = visit.parameters().text("q");
        String after = visit.parameters().text("after");
        boolean all = visit.parameters().isTicked("closed");
        Set<PartyId> closed = Closings.of(visit, MasterKind.PARTY).keySet().stream()
                .map(master -> new PartyId(master.key()))
                .collect(Collectors.toSet());
        Map<Boolean, List<Party>> found = visit.as(PartnerDirectory.class).all().stream()
                .filter(party -> fits(party, searched.toLowerCase(Locale.ROOT)))
                .collect(Collectors.partitioningBy(party -> all || !closed.contains(party.id())));
        List<Party> fitting = found.get(true).stream()
                .filter(party -> party.id().value().compareTo(after) > 0)
                .limit(AT_A_TIME + 1L)
                .toList();
        List<Party> shown = fitting.subList(0, Math.min(AT_A_TIME, fitting.size()));
        Optional<String> next = fitting.size() > AT_A_TIME
                ? Optional.of(Address.to(
                        "partners",
                        "q",
                        searched,
                        "closed",
                        all ? "yes" : "",
                        "after",
                        shown.get(AT_A_TIME - 1).id()))
                : Optional.empty();
        return Answer.html(
                "partners/parties.jte",
                new View(searched, shown, next, closed, all, found.get(false).size()));
    }

    static Answer one(Visit visit) {
        return visit.as(PartnerDirectory.class)
                .find(new PartyId(visit.parameters().text("id")))
                .map(party -> Answer.html("partners/party.jte", party))
                .orElse(Answer.NOT_FOUND);
    }

    private static boolean fits(Party party, String searched) {
        return party.id().value().toLowerCase(Locale.ROOT).contains(searched)
                || party.name().toLowerCase(Locale.ROOT).contains(searched)
                || party.address().city().toLowerCase(Locale.ROOT).contains(searched)
                || party.gln().filter(gln -> gln.value().contains(searched)).isPresent()
                || party.profile()
                        .ediAddress()
                        .filter(address ->
                                address.toString().toLowerCase(Locale.ROOT).contains(searched))
                        .isPresent();
    }
}
