package org.lottrace.login.internal.audit;

import java.util.function.Supplier;
import org.lottrace.api.transaction.UnitOfWork;

/** No transaction: does it at once. */
public final class Direct implements UnitOfWork {
    @Override
    public <T> T required(Supplier<T> work) {
        return work.get();
    }

    @Override
    public void rollbackOnly() {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
        return false;
    }

    @Override
    public boolean isRollbackOnly() {
        return false;
    }

    @Override
    public void afterCommit(Runnable action) {
        action.run();
    }
}
