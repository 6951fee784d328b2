package org.lottrace.api.cost;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.lottrace.api.id.PartyId;

/**
 * Whose books a thread asks and writes now. Every service about costs, accounts and periods answers from these and from no others, so
 * no question can forget whose books are meant, and two companies never meet in one answer. Adapters say it for what they were asked. What
 * is handed over to receivers of the journal is that of the common books.
 */
public final class CurrentBooks {
    private static final CurrentBooks COMMON = new CurrentBooks(Optional.empty(), false);
    private static final ThreadLocal<CurrentBooks> CURRENT = ThreadLocal.withInitial(() -> COMMON);

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
