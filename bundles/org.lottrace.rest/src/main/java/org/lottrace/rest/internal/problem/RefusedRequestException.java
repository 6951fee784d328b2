package org.lottrace.rest.internal.problem;

import jakarta.ws.rs.WebApplicationException;
import java.util.List;

/** A request that no service has seen, with everything that is wrong with it. */
public final class RefusedRequestException extends WebApplicationException {
    private static final long serialVersionUID = 1L;

    private final transient List<Fault> faults;

    public RefusedRequestException(int status, List<Fault> faults) {
        super(status);
        this.faults = List.copyOf(faults);
    }

    public RefusedRequestException(int status, Fault fault) {
        this(status, List.of(fault));
    }

    List<Fault> faults() {
        return faults;
    }
}
