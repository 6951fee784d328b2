package org.lottrace.operation.internal;

import java.util.Set;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.operation.Caller;

/** Whose books an operation is about, as far as that can be told before it is done. */
@FunctionalInterface
interface BooksAsked {
    /** They say nothing of any company, and everybody asks them along. */
    Set<String> OF_NOBODY = Set.of("cost.progress");

    /** A receiver of the journal has its books, whichever are asked: its service looks whose they are. */
    Set<String> OF_RECEIVERS = Set.of(
            "journal.take",
            "journal.acknowledge",
            "journal.reject",
            "journal.resend",
            "journal.list-receivers",
            "journal.list-rejections");

    /** What the companies of a group have together; the profit in goods says what they cost the other company. */
    Set<String> OF_ALL = Set.of(
            "company.open-books",
            "company.list-transfer-prices",
            "company.list-unrealised-profit",
            "company.list-eliminations",
            "company.list-eliminated-lots",
            "cost.record-rates",
            "cost.record-transfer-prices");

    /** @return whether the caller may use them */
    boolean test(BooksOfLogins books, Caller caller);

    static BooksAsked by(OperationDescription operation) {
        if (OF_ALL.contains(operation.name())) {
            return BooksOfLogins::mayUseAll;
        }
        return CurrentBooks.concerns(operation.service())
                        && !OF_NOBODY.contains(operation.name())
                        && !OF_RECEIVERS.contains(operation.name())
                ? (books, caller) -> books.mayUse(caller, CurrentBooks.company())
                : (books, caller) -> true;
    }
}
