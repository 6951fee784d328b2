package org.lottrace.operation.internal;

import java.util.Optional;
import java.util.Set;
import org.lottrace.api.catalogue.OperationDescription;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Caller;

/** Whose books an operation is about, as far as that can be told before it is done. */
@FunctionalInterface
interface BooksAsked {
    /** They say nothing of any company, and everybody asks them along. */
    Set<String> OF_NOBODY = Set.of("cost.progress");

    /** What the companies of a group have together. */
    Set<String> OF_ALL = Set.of(
            "company.open-books",
            "company.list-transfer-prices",
            "company.list-eliminations",
            "company.list-eliminated-lots",
            "cost.record-rates",
            "cost.record-transfer-prices");

    /** @return whether the caller may use them */
    boolean test(BooksOfLogins books, Caller caller);

    static BooksAsked by(OperationDescription operation, Object... arguments) {
        if (OF_ALL.contains(operation.name())) {
            return BooksOfLogins::mayUseAll;
        }
        if (operation.name().equals("company.list-unrealised-profit")) {
            Optional<PartyId> company = ((Optional<?>) arguments[0]).map(PartyId.class::cast);
            return (books, caller) -> books.mayUse(caller, company);
        }
        return CurrentBooks.concerns(operation.service()) && !OF_NOBODY.contains(operation.name())
                ? (books, caller) -> books.mayUse(caller, CurrentBooks.company())
                : (books, caller) -> true;
    }
}
