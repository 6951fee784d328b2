package org.lottrace.api.health;

/** What a check says, from good to bad. Source: Felix Health Checks, {@code Result.Status}. */
public enum HealthStatus {
    /** It works. */
    OK,
    /** It works, but somebody must look at it. */
    WARN,
    /** It is starting, a service is away, or it has not answered in time. */
    TEMPORARILY_UNAVAILABLE,
    /** It must not be used. */
    CRITICAL,
    /** The check failed itself. */
    HEALTH_CHECK_ERROR;

    /** @return true up to a warning */
    public boolean isUsable() {
        return compareTo(WARN) <= 0;
    }
}
