package org.lottrace.api.lease;

/** Somebody else has taken the lease meanwhile: what was done under it must not be saved. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param lost the lease as it was given
     * @param now who has it now
     */
    public LeaseLostException(Lease lost, Lease now) {
        super("lease " + lost.name() + " with token " + lost.token() + " was lost, " + now.owner()
                + " has it now with token " + now.token() + ": what was done under it is not saved");
    }
}
