package org.lottrace.edi.x12.internal.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.edi.HandledSet;
import org.lottrace.api.edi.InboundTransactionSet;
import org.lottrace.api.edi.InterchangeReference;
import org.lottrace.api.edi.TransactionSetHandler;
import org.lottrace.api.edi.UnreadPart;
import org.lottrace.api.violation.PathStep;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;
import org.lottrace.edi.x12.internal.ack.AcknowledgementReader;
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
     * What became of the sets of an interchange.
     *
     * @param interchange with a finding for everything that was not read
     * @param problems every business problem
     */
    record Treated(ExaminedInterchange interchange, List<Violation> problems) {}

    /** What is done with the clean sets of an interchange. */
    interface Treatment {
        Treated treat(ExaminedInterchange interchange);
    }

    /**
     * Applies the clean sets, also when others of the file are not clean: the caller rolls back, but all problems are known.
     *
     * @throws HandlerMissingException if there is no handler for a set
     */
    Treated apply(ExaminedInterchange interchange) {
        return treat(interchange, code -> {
            throw new HandlerMissingException(code);
        });
    }

    /** As {@link #apply}, but a missing handler is a problem among others. */
    Treated check(ExaminedInterchange interchange) {
        return treat(
                interchange,
                code -> new HandledSet(
                        List.of(new Violation(
                                "HANDLER_MISSING", ViolationPath.WHOLE, HandlerMissingException.message(code))),
                        List.of()));
    }

    private interface Missing {
        HandledSet handler(String code);
    }

    private Treated treat(ExaminedInterchange interchange, Missing missing) {
        if (interchange.party().isEmpty() || interchange.receiver().isEmpty()) {
            return new Treated(interchange, List.of());
        }
        List<Violation> problems = new ArrayList<>();
        List<Violation> notes = new ArrayList<>();
        List<ExaminedGroup> groups = new ArrayList<>();
        for (ExaminedGroup group : interchange.groups()) {
            List<ExaminedSet> sets = new ArrayList<>();
            for (ExaminedSet set : group.sets()) {
                if (isForHandler(set)) {
                    HandledSet handled = handle(interchange, group, set, missing);
                    problems.addAll(handled.problems());
                    notes.addAll(handled.notes());
                    sets.add(set.with(findings(set, handled.unread())));
                } else {
                    sets.add(set);
                }
            }
            groups.add(new ExaminedGroup(group.group(), group.findings(), sets));
        }
        return new Treated(interchange.with(groups, notes), problems);
    }

    private static boolean isForHandler(ExaminedSet set) {
        return set.findings().isEmpty()
                && !set.segments().isEmpty()
                && !set.set().code().equals(AcknowledgementReader.CODE);
    }

    private HandledSet handle(ExaminedInterchange interchange, ExaminedGroup group, ExaminedSet set, Missing missing) {
        String code = set.set().code();
        String control = set.set().control();
        Optional<TransactionSetHandler> handler = handlers.get().stream()
                .filter(h -> h.transactionSet().equals(code))
                .findFirst();
        if (handler.isEmpty()) {
            return missing.handler(code);
        }
        HandledSet handled = handler.get()
                .handle(new InboundTransactionSet(
                        code,
                        group.group().version(),
                        interchange.party().orElseThrow(),
                        new InterchangeReference(
                                interchange.sender().orElseThrow(),
                                interchange.receiver().orElseThrow(),
                                interchange.interchange().control(),
                                group.group().control(),
                                control),
                        set.segments()));
        ViolationPath path = ViolationPath.of(PathStep.set(control));
        return new HandledSet(within(path, handled.problems()), handled.unread(), within(path, handled.notes()));
    }

    private static List<Violation> within(ViolationPath set, List<Violation> violations) {
        return violations.stream()
                .map(v -> new Violation(v.code(), set.then(v.path()), v.message()))
                .toList();
    }

    /** The handler counts segments within the set, a finding within the file. */
    private static List<Finding> findings(ExaminedSet set, List<UnreadPart> unread) {
        int before = set.set().header().position() - 1;
        return unread.stream()
                .limit(MOST_UNREAD)
                .map(part -> new Finding(
                        NOT_READ, before + part.segment(), part.tag(), part.element(), part.text(), part.message()))
                .toList();
    }
}
