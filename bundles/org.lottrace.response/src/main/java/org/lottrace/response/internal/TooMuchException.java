package org.lottrace.response.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** An answer that is not read to its end. Its message is for the consignee. */
final class TooMuchException extends IOException {
    private static final long serialVersionUID = 1L;
    private static final String OTHER_WAY =
            " Nothing was recorded. Please answer with the file that came with the notice, or ask the contact named there.";

    private final int status;

    private TooMuchException(int status, String message) {
        super(message);
        this.status = status;
    }

    static TooMuchException tooLarge(long bytes) {
        return new TooMuchException(
                HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
                "This answer is larger than " + bytes + " bytes." + OTHER_WAY);
    }

    static TooMuchException tooSlow(long seconds) {
        return new TooMuchException(
                HttpServletResponse.SC_REQUEST_TIMEOUT,
                "This answer had not come completely within " + seconds + " seconds." + OTHER_WAY);
    }

    /** @param stopped what the connection says; it goes into the log only */
    static TooMuchException cutOff(IOException stopped) {
        TooMuchException refused = new TooMuchException(
                HttpServletResponse.SC_BAD_REQUEST,
                "This answer ended before all of it had come. Nothing was recorded. Please send it again.");
        refused.initCause(stopped);
        return refused;
    }

    static TooMuchException noForm() {
        return new TooMuchException(
                HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE, "This is no answer of the page." + OTHER_WAY);
    }

    static TooMuchException notNow() {
        return new TooMuchException(
                HttpServletResponse.SC_SERVICE_UNAVAILABLE,
                "Too many are answering at this moment. Nothing was recorded. Please try again in a minute.");
    }

    int status() {
        return status;
    }
}
