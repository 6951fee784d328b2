package org.lottrace.login.internal;

/** Counts what failed of an address without being a guess at an account. */
public interface FailedAddresses {
    void failed(String address);
}
