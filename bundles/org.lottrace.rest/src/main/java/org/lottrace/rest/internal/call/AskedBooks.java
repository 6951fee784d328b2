package org.lottrace.rest.internal.call;

import java.util.List;
import java.util.Optional;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CurrentBooks;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Operations;
import org.lottrace.rest.internal.problem.Fault;
import org.lottrace.rest.internal.problem.RefusedRequestException;

/** Whose books a request asks: those of the company in its parameter {@value #PARAMETER}, or else the common ones. */
public final class AskedBooks implements Operations {
    /** Of every request about costs, accounts and periods. */
    public static final String PARAMETER = "company";

    private static final int BAD_REQUEST = 400;
    private static final ThreadLocal<Optional<String>> ASKED = ThreadLocal.withInitial(Optional::empty);

    private final Operations operations;

    public AskedBooks(Operations operations) {
        this.operations = operations;
    }

    /** @return whether a request that performs the operation can say whose books it asks */
    public static boolean isAskedBy(String operation) {
        return Catalogue.named(operation)
                .filter(known -> CurrentBooks.concerns(known.service()))
                .isPresent();
    }

    /** Each request says so before it is answered, also that it names no company. */
    static void ask(Optional<String> company) {
        ASKED.set(company);
    }

    @Override
    public <S> S as(Caller caller, Class<S> service) {
        S asked = operations.as(caller, service);
        Optional<String> company = ASKED.get();
        return company.isPresent() && CurrentBooks.concerns(service)
                ? CurrentBooks.through(service, asked, Optional.of(known(caller, company.get())))
                : asked;
    }

    @Override
    public boolean mayUseBooks(Caller caller, Optional<PartyId> company) {
        return operations.mayUseBooks(caller, company);
    }

    private PartyId known(Caller caller, String company) {
        return operations.as(caller, Companies.class).all().stream()
                .map(books -> books.company())
                .filter(keeper -> keeper.value().equals(company))
                .findFirst()
                .orElseThrow(() -> new RefusedRequestException(
                        BAD_REQUEST,
                        List.of(new Fault(
                                "COMPANY_UNKNOWN",
                                "?" + PARAMETER,
                                "company " + company
                                        + " keeps no books of its own: leave it out for the common books"))));
    }
}
