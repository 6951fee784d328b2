package org.lottrace.console.web.internal.partners;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.lottrace.api.code.Coded;
import org.lottrace.api.edi.Direction;
import org.lottrace.api.edi.InterchangeFilter;
import org.lottrace.api.edi.InterchangeRecord;
import org.lottrace.api.edi.InterchangeStatus;
import org.lottrace.api.edi.InterchangeText;
import org.lottrace.api.edi.Interchanges;
import org.lottrace.api.edi.QuarantinedInterchanges;
import org.lottrace.api.partner.EdiAddress;
import org.lottrace.api.partner.PartnerDirectory;
import org.lottrace.api.partner.Party;
import org.lottrace.api.violation.Violation;
import org.lottrace.console.web.internal.page.Address;
import org.lottrace.console.web.internal.page.Answer;
import org.lottrace.console.web.internal.page.Visit;

/** What came from partners and went to them, the newest first; and one of them with its problems in place. */
public final class InterchangeLog {
    private static final int AT_A_TIME = 50;

    private InterchangeLog() {}

    /**
     * @param partners to choose from: those with an address for interchanges
     * @param names of partners by their address
     * @param next address of the next page, absent on the last one
     */
    public record View(
            InterchangeFilter filter,
            List<InterchangeRecord> records,
            List<Party> partners,
            Map<String, Party> names,
            boolean isFirst,
            Optional<String> next) {
        /** @return the partner of an interchange, when it is known */
        public Optional<Party> partner(InterchangeRecord record) {
            return Optional.ofNullable(names.get(address(record)));
        }
    }

    /**
     * @param partner who sent or received it, when that is known
     * @param text what it says; absent when nobody can read it
     * @param refused why it was not released just now
     */
    public record One(
            InterchangeRecord record,
            Optional<Party> partner,
            Optional<InterchangeText> text,
            MarkedDocument document,
            List<Violation> refused) {}

    /** @return what to choose from in the form */
    public static List<InterchangeStatus> statuses() {
        return Arrays.asList(InterchangeStatus.values());
    }

    /** @return address of the other side */
    public static String address(InterchangeRecord record) {
        return record.direction() == Direction.INBOUND ? record.sender() : record.receiver();
    }

    /** @return class of its badge */
    public static String badge(InterchangeStatus status) {
        return switch (status) {
            case ACCEPTED, SENT, ACKNOWLEDGED -> "good";
            case REJECTED -> "bad";
            case PARTLY_ACCEPTED, QUARANTINED, ACKNOWLEDGED_WITH_ERRORS, WITHHELD, STOPPING -> "warn";
            case TEST, RELEASED, DUPLICATE, PENDING, SENDING -> "info";
        };
    }

    static Answer show(Visit visit) {
        InterchangeFilter filter = filter(visit);
        Optional<Long> before = visit.parameters()
                .given("before")
                .filter(number -> number.matches("[0-9]{1,18}"))
                .map(Long::parseLong);
        List<InterchangeRecord> found = visit.as(Interchanges.class).before(before, filter, AT_A_TIME + 1);
        List<InterchangeRecord> shown = found.subList(0, Math.min(AT_A_TIME, found.size()));
        Map<String, Party> names = names(visit);
        View view = new View(
                filter,
                shown,
                names.values().stream().distinct().toList(),
                names,
                before.isEmpty(),
                found.size() > AT_A_TIME
                        ? Optional.of(next(visit, shown.get(AT_A_TIME - 1).id()))
                        : Optional.empty());
        return Answer.html("partners/interchanges.jte", view);
    }

    static Answer one(Visit visit) {
        return one(visit, List.of());
    }

    /** Then its sender is a partner, and what came of it stands at the top of the log. */
    static Answer release(Visit visit) {
        String number = visit.parameters().text("id");
        if (!number.matches("[0-9]{1,18}")) {
            return Answer.NOT_FOUND;
        }
        List<Violation> refused = visit.as(QuarantinedInterchanges.class).release(Long.parseLong(number));
        return refused.isEmpty() ? new Answer.SeeOther(Address.to("partners/interchanges")) : one(visit, refused);
    }

    private static Answer one(Visit visit, List<Violation> refused) {
        String number = visit.parameters().text("id");
        Optional<InterchangeRecord> record = number.matches("[0-9]{1,18}")
                ? visit.as(Interchanges.class).find(Long.parseLong(number))
                : Optional.empty();
        return record.map(found -> {
                    Optional<InterchangeText> text =
                            visit.as(Interchanges.class).text(found.id());
                    One view = new One(
                            found,
                            Optional.ofNullable(names(visit).get(address(found))),
                            text,
                            MarkedDocument.ofRecord(
                                    text.map(InterchangeText::text).orElse(""), found.problems()),
                            refused);
                    return refused.isEmpty()
                            ? Answer.html("partners/interchange.jte", view)
                            : Answer.refused("partners/interchange.jte", view);
                })
                .orElse(Answer.NOT_FOUND);
    }

    private static Map<String, Party> names(Visit visit) {
        return visit.as(PartnerDirectory.class).all().stream()
                .filter(party -> party.profile().ediAddress().isPresent())
                .collect(Collectors.toMap(
                        party -> party.profile().ediAddress().get().toString(),
                        party -> party,
                        (first, second) -> first,
                        java.util.LinkedHashMap::new));
    }

    private static String next(Visit visit, long last) {
        List<String> parameters = new java.util.ArrayList<>(visit.parameters().except("before"));
        parameters.addAll(List.of("before", String.valueOf(last)));
        return Address.to("partners/interchanges", parameters.toArray());
    }

    private static InterchangeFilter filter(Visit visit) {
        return new InterchangeFilter(
                chosen(visit, "direction", Direction.values()),
                chosen(visit, "status", InterchangeStatus.values()),
                visit.parameters().given("partner").flatMap(InterchangeLog::address));
    }

    private static Optional<EdiAddress> address(String text) {
        String[] parts = text.split(":", 2);
        return parts.length == 2 ? Optional.of(new EdiAddress(parts[0], parts[1])) : Optional.empty();
    }

    private static <C extends Coded> Optional<C> chosen(Visit visit, String field, C[] choices) {
        return Arrays.stream(choices)
                .filter(choice -> choice.code().equals(visit.parameters().text(field)))
                .findFirst();
    }
}
