package org.lottrace.api.cost;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lottrace.api.id.PartyId;
import org.lottrace.api.operation.NotAllowedException;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.violation.Violation;
import org.lottrace.api.violation.ViolationPath;

/**
 * Whose books a thread asks and writes now. Every service about costs, accounts and periods answers from these and from no others, so
 * no question can forget whose books are meant, and two companies never meet in one answer. Adapters say it for what they were asked. What
 * is handed over to receivers of the journal is that of the common books.
 */
public final class CurrentBooks {
    private static final CurrentBooks COMMON = new CurrentBooks(Optional.empty(), false);
    private static final ThreadLocal<CurrentBooks> CURRENT = ThreadLocal.withInitial(() -> COMMON);

    private static final ThreadLocal<Predicate<Optional<PartyId>>> MINE = ThreadLocal.withInitial(() -> books -> true);

    private final Optional<PartyId> company;
    private final boolean all;

    private CurrentBooks(Optional<PartyId> company, boolean all) {
        this.company = company;
        this.all = all;
    }

    /** @return the company whose books they are; empty for those of all companies that keep no books of their own */
    public static Optional<PartyId> company() {
        return CURRENT.get().company;
    }

    /** @return true when the books of all companies are read together */
    public static boolean isOfAll() {
        return CURRENT.get().all;
    }

    /**
     * Works with the books of a company, and afterwards with those it had before.
     *
     * @param company that keeps books of its own; empty for the common books
     */
    public static <T> T of(Optional<PartyId> company, Supplier<T> work) {
        return during(new CurrentBooks(Objects.requireNonNull(company), false), work);
    }

    /** As {@link #of}, with the books of all companies: for what runs through all of them, such as the numbers of entries. */
    public static <T> T ofAll(Supplier<T> work) {
        return during(new CurrentBooks(Optional.empty(), true), work);
    }

    /**
     * Works for a caller who may use only some books. Who works for nobody may use all.
     *
     * @param mine whether these may be used, those of a company or, when it is empty, the common ones
     * @throws Exception what the work throws
     */
    public static <T> T allowed(Predicate<Optional<PartyId>> mine, Callable<T> work) throws Exception {
        Predicate<Optional<PartyId>> before = MINE.get();
        MINE.set(mine);
        try {
            return work.call();
        } finally {
            MINE.set(before);
        }
    }

    /** @return true when the caller for whom this thread works may use these books; empty for the common ones */
    public static boolean mayUse(Optional<PartyId> company) {
        return MINE.get().test(company);
    }

    /**
     * For what is about other books than those that were asked, such as a document that names its site.
     *
     * @param company in whose books it is; empty for the common ones
     * @throws NotAllowedException if the caller for whom this thread works may not use them
     */
    public static void require(Optional<PartyId> company) {
        if (!mayUse(company)) {
            throw new NotAllowedException(
                    new Violation(
                            Operations.ROLE_MISSING,
                            ViolationPath.WHOLE,
                            "this is in the books of " + named(company)
                                    + ", which you may not use; ask an administrator for them (books.of in org.lottrace.operation)"));
        }
    }

    /** @return how a message names them */
    public static String named(Optional<PartyId> company) {
        return company.map(keeper -> "company " + keeper).orElse("all other companies");
    }

    /** @return true when what the service answers depends on whose books are asked */
    public static boolean concerns(Class<?> service) {
        return service.isAnnotationPresent(InBooks.class);
    }

    /**
     * The service as it answers from the books of one company, whatever books a thread works with that calls it.
     *
     * @param type an interface of the catalogue
     * @param company that keeps books of its own; empty for the common books
     */
    public static <S> S through(Class<S> type, S service, Optional<PartyId> company) {
        InvocationHandler inBooks = (proxy, method, arguments) -> {
            CurrentBooks before = CURRENT.get();
            CURRENT.set(new CurrentBooks(company, false));
            try {
                return method.invoke(service, arguments);
            } catch (InvocationTargetException thrown) {
                throw thrown.getCause();
            } finally {
                CURRENT.set(before);
            }
        };
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, inBooks));
    }

    private static <T> T during(CurrentBooks books, Supplier<T> work) {
        CurrentBooks before = CURRENT.get();
        CURRENT.set(books);
        try {
            return work.get();
        } finally {
            CURRENT.set(before);
        }
    }
}
