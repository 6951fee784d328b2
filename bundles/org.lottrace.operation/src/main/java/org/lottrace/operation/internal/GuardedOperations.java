package org.lottrace.operation.internal;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.AuditLog;
import org.lottrace.api.audit.AuditQuery;
import org.lottrace.api.catalogue.Catalogue;
import org.lottrace.api.cost.Companies;
import org.lottrace.api.cost.CompanyBooks;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.OperationObserver;
import org.lottrace.api.operation.Operations;

/** Puts a guard before each service. */
public final class GuardedOperations implements Operations {
    private final Services services;
    private final UndeclaredRefusals undeclared;
    private final Endings endings;
    private final Duration reading;
    private final BooksOfLogins books;

    public GuardedOperations(Services services, UndeclaredRefusals undeclared) {
        this(services, undeclared, List.of(), Duration.ZERO, new BooksOfLogins());
    }

    /** @param booksOf as the configuration has it: whose books a login may use */
    public GuardedOperations(Services services, UndeclaredRefusals undeclared, String... booksOf) {
        this(services, undeclared, List.of(), Duration.ZERO, new BooksOfLogins(booksOf));
    }

    /**
     * @param observers asked for anew with each operation, as they come and go
     * @param reading how long an answer may take; zero for as long as it takes
     * @param books whose books a login may use
     */
    GuardedOperations(
            Services services,
            UndeclaredRefusals undeclared,
            Iterable<OperationObserver> observers,
            Duration reading,
            BooksOfLogins books) {
        this.books = books;
        this.services = services;
        this.undeclared = undeclared;
        this.endings = new Endings(observers);
        this.reading = reading;
    }

    @Override
    public <S> S as(Caller caller, Class<S> service) {
        if (!Catalogue.services().contains(service)) {
            throw new IllegalArgumentException(service.getName() + " has no operation in the catalogue");
        }
        return service.cast(Proxy.newProxyInstance(
                service.getClassLoader(),
                new Class<?>[] {service},
                new Guard<>(caller, service, services, undeclared, endings, reading, books)));
    }

    @Override
    public boolean mayUseBooks(Caller caller, Optional<PartyId> company) {
        return books.mayUse(caller, company);
    }

    @Override
    public List<String> faultsOfBooks() {
        Set<PartyId> keepers = services.find(Companies.class).map(Companies::all).orElse(List.of()).stream()
                .map(CompanyBooks::company)
                .collect(Collectors.toSet());
        Optional<AuditLog> audit = services.find(AuditLog.class);
        return books.faults(
                keepers,
                name -> audit.isEmpty() || !audit.get().list(logins(name)).isEmpty());
    }

    private static AuditQuery logins(String name) {
        return new AuditQuery(
                Optional.of(name),
                Optional.of(AuditKind.LOGIN),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                1);
    }
}
