package org.lottrace.console.web.internal.http;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.lottrace.console.web.internal.page.Parameters;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a request brings along, read in one place: each container refuses what is too large or no form in its own way. */
final class SentForm {
    private static final Logger LOG = LoggerFactory.getLogger(SentForm.class);

    private SentForm() {}

    /** @return empty when the container refuses to read it, and then what still comes of it is thrown away */
    static Optional<Parameters> read(HttpServletRequest request) {
        try {
            return Optional.of(new Parameters(request.getParameterMap(), Uploads.of(request)));
        } catch (IOException | RuntimeException refused) {
            LOG.warn("form not read path={} reason={}", request.getPathInfo(), refused.getMessage());
            throwAway(request);
            return Optional.empty();
        }
    }

    private static void throwAway(HttpServletRequest request) {
        try {
            Uploads.throwAway(request);
        } catch (IOException gone) {
            LOG.debug("rest of a form not read path={}", request.getPathInfo(), gone);
        }
    }
}
