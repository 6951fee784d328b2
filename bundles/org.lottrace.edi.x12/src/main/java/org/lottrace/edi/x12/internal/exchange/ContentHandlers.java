package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeReference;
import org.lottrace.api.edi.SetSegment;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.edi.UnreadPart;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedGroup;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedInterchange;
import org.lottrace.edi.x12.internal.rules.Examination.ExaminedSet;
import org.lottrace.edi.x12.internal.syntax.Finding;

/** Gives each clean transaction set to the handler of its code. */
final class ContentHandlers {
    /** Something with a quantity or a lot that the handler did not use; AckCodes says how the partner learns of it. */
    static final String NOT_READ = "NOT_READ";

    private static final int MOST_UNREAD = 500;

    private final Supplier<List<TransactionSetHandler>> handlers;

    ContentHandlers(Supplier<List<TransactionSetHandler>> handlers) {
        this.handlers = handlers;
    }

    /**
     * Applies the sets that are clean, except those left out.
     *
     * @param leftOut what is refused anyhow: it is not given to its handler, and has what was found before
     * @throws HandlerMissingException if there is no handler for a set
     */
    List<SetOutcome> apply(ExaminedInterchange interchange, Map<SetPlace, SetOutcome> leftOut) {
        return treat(interchange, leftOut, code -> {
            throw new HandlerMissingException(code);
        });
    }

    /** As {@link #apply}, but a missing handler is a problem among others. */
    List<SetOutcome> check(ExaminedInterchange interchange, Map<SetPlace, SetOutcome> leftOut) {
        return treat(
                interchange,
                leftOut,
                code -> new HandledSet(
                        List.of(new Violation(
                                "HANDLER_MISSING", ViolationPath.WHOLE, HandlerMissingException.message(code))),
                        List.of(),
                        List.of()));
    }

    /** What is done with the clean sets of an interchange. */
    interface Treatment {
        List<SetOutcome> treat(ExaminedInterchange interchange, Map<SetPlace, SetOutcome> leftOut);
    }

    private interface Missing {
        HandledSet handler(String code);
    }

    private List<SetOutcome> treat(
            ExaminedInterchange interchange, Map<SetPlace, SetOutcome> leftOut, Missing missing) {
        List<SetOutcome> outcomes = new ArrayList<>();
        for (int g = 0; g < interchange.groups().size(); g++) {
            ExaminedGroup group = interchange.groups().get(g);
            for (int s = 0; s < group.sets().size(); s++) {
                SetPlace place = new SetPlace(g, s);
                SetOutcome before = leftOut.get(place);
                outcomes.add(before == null ? outcome(interchange, group, place, missing) : before);
            }
        }
        return outcomes;
    }

    private SetOutcome outcome(ExaminedInterchange interchange, ExaminedGroup group, SetPlace place, Missing missing) {
        ExaminedSet set = group.sets().get(place.set());
        boolean isAddressed = isAddressed(interchange);
        if (!isForHandler(set) || !isAddressed) {
            return new SetOutcome(
                    place, set, false, isAddressed && set.findings().isEmpty(), List.of(), List.of());
        }
        HandledSet handled = handle(interchange, group, set, missing);
        ExaminedSet read = set.with(findings(set, handled.unread()));
        boolean isTaken = read.findings().isEmpty() && handled.problems().isEmpty();
        return new SetOutcome(place, read, true, isTaken, handled.problems(), handled.notes());
    }

    static boolean isAddressed(ExaminedInterchange interchange) {
        return interchange.party().isPresent() && interchange.receiver().isPresent();
    }

    static boolean isForHandler(ExaminedSet set) {
        return set.findings().isEmpty()
                && set.isRead()
                && !PartnerAnswers.CODES.contains(set.set().code());
    }

    private HandledSet handle(ExaminedInterchange interchange, ExaminedGroup group, ExaminedSet set, Missing missing) {
        Optional<TransactionSetHandler> handler = handler(handlers.get(), set);
        if (handler.isEmpty()) {
            return missing.handler(set.set().code());
        }
        HandledSet handled = handler.get().handle(inbound(interchange, group, set));
        ViolationPath path = ViolationPath.of(PathStep.set(set.set().control()));
        return new HandledSet(within(path, handled.problems()), handled.unread(), within(path, handled.notes()));
    }

    static Optional<TransactionSetHandler> handler(List<TransactionSetHandler> handlers, ExaminedSet set) {
        return handlers.stream()
                .filter(h -> h.transactionSet().equals(set.set().code()))
                .findFirst();
    }

    /** Of an interchange that is addressed. */
    static InboundTransactionSet inbound(ExaminedInterchange interchange, ExaminedGroup group, ExaminedSet set) {
        return new InboundTransactionSet(
                set.set().code(),
                set.set().isEdifact()
                        ? set.set().header().element(2).replace(SetSegment.COMPONENT, ':')
                        : group.group().version(),
                interchange.party().orElseThrow(),
                new InterchangeReference(
                        interchange.sender().orElseThrow(),
                        interchange.receiver().orElseThrow(),
                        interchange.interchange().control(),
                        group.group().control(),
                        set.set().control()),
                set.segments());
    }

    static List<Violation> within(ViolationPath set, List<Violation> violations) {
        return violations.stream()
                .map(v -> new Violation(v.code(), set.then(v.path()), v.message()))
                .toList();
    }

    /** The handler counts segments within the set, a finding within the file. */
    static List<Finding> findings(ExaminedSet set, List<UnreadPart> unread) {
        int before = set.set().header().position() - 1;
        return unread.stream()
                .limit(MOST_UNREAD)
                .map(part -> new Finding(
                        NOT_READ, before + part.segment(), part.tag(), part.element(), part.text(), part.message()))
                .toList();
    }
}
