package org.lottrace.operation.internal;

import java.util.Optional;

/** The services behind the operations, as they come and go. */
public interface Services {
    /** @return the service that is there now, or empty */
    <S> Optional<S> find(Class<S> service);
}
