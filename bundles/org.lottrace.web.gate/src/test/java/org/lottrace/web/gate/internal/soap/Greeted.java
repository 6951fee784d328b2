package org.lottrace.web.gate.internal.soap;

/** A service that is published nowhere else than in tests. */
public final class Greeted {
    private Greeted() {}

    public static Object endpoint() {
        return new EndpointPublisherTest.Greeting();
    }
}
