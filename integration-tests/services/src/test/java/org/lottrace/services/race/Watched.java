package org.lottrace.services.race;

import java.lang.StackWalker.StackFrame;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.lottrace.api.transaction.UnitOfWork;

/** Stores and a unit of work that tell the {@link Request} of the thread what is asked of them. Other threads go through. */
final class Watched {
    /** As the rule that marks what writes, in the architecture tests; and the numbers. */
    private static final Pattern CHANGES =
            Pattern.compile("(add|answer|append|change|delete|insert|lock|move|next|post|put"
                    + "|remove|replace|save|set|take|update)([A-Z].*)?");

    /** Services that only pass a lock on: who asked them decided on it. */
    static final Set<String> PASS_ON = Set.of(
            "ReservationsService.lockItems",
            "StockOnHandService.lock",
            "StockOnHandService.lockFirst",
            "LedgerService.lockHead");

    private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);

    private Watched() {}

    static <S> S store(Class<S> port, S real) {
        return port.cast(
                Proxy.newProxyInstance(port.getClassLoader(), new Class<?>[] {port}, (proxy, method, given) -> {
                    Optional<Request> request = Request.current();
                    return request.isPresent()
                            ? asked(request.get(), port, real, method, given)
                            : call(real, method, given);
                }));
    }

    static UnitOfWork unitOfWork(UnitOfWork real) {
        return new UnitOfWork() {
            @Override
            public <T> T required(Supplier<T> work) {
                Optional<Request> request = Request.current();
                if (request.isEmpty() || INSIDE.get()) {
                    return real.required(work);
                }
                AtomicInteger runs = new AtomicInteger();
                INSIDE.set(true);
                try {
                    return real.required(() -> {
                        if (runs.incrementAndGet() > 1) {
                            request.get().isRepeated();
                        }
                        return work.get();
                    });
                } finally {
                    INSIDE.set(false);
                }
            }

            @Override
            public boolean isOpen() {
                return real.isOpen();
            }

            @Override
            public boolean isRollbackOnly() {
                return real.isRollbackOnly();
            }

            @Override
            public void rollbackOnly() {
                real.rollbackOnly();
            }

            @Override
            public void afterCommit(Runnable action) {
                real.afterCommit(action);
            }
        };
    }

    private static Object asked(Request request, Class<?> port, Object real, Method method, Object... given)
            throws Throwable {
        Site site = Site.of(port, method.getName(), caller());
        boolean changes = method.getReturnType() == void.class
                || CHANGES.matcher(method.getName()).matches();
        request.comesTo(site, changes);
        try {
            Optional<Lock> lock = Lock.of(port, method);
            return lock.isPresent() && request.isToDoWithout(site)
                    ? lock.get().readWithout(real, given)
                    : call(real, method, given);
        } finally {
            request.leaves(site);
        }
    }

    static Object call(Object real, Method method, Object... given) throws Throwable {
        try {
            return method.invoke(real, given);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static String caller() {
        return StackWalker.getInstance().walk(frames -> frames.filter(Watched::isOfAService)
                .map(Watched::name)
                .filter(name -> !PASS_ON.contains(name))
                .findFirst()
                .orElse("the test"));
    }

    private static boolean isOfAService(StackFrame frame) {
        String name = frame.getClassName();
        return name.startsWith("org.lottrace.")
                && !name.startsWith("org.lottrace.persistence.")
                && !name.startsWith(Watched.class.getPackageName() + ".");
    }

    private static String name(StackFrame frame) {
        return name(frame.getClassName(), frame.getMethodName());
    }

    /** @return {@code Class.method} of a top-level class; a lambda counts as the method that it stands in */
    static String name(String type, String method) {
        return type.replaceAll("^.*\\.|\\$.*$", "") + "." + method.replaceAll("^lambda\\$|\\$\\d+$", "");
    }
}
