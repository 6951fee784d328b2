package org.lottrace.web.gate.internal.limit;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;

/** What all requests behind the gate have together, whether they are SOAP or REST: it is one memory, and one set of threads. */
@Component(service = RequestLimits.class, configurationPid = RequestLimitsConfig.PID)
@Designate(ocd = RequestLimitsConfig.class)
public final class RequestLimits {
    private final BodyLimit body;
    private final BodyBudget bodies;
    private final AnswerBudget answers;

    @Activate
    public RequestLimits(RequestLimitsConfig config) {
        this(BodyLimit.of(config), BodyBudget.of(config), AnswerBudget.of(config));
    }

    /** For tests. */
    public RequestLimits(BodyLimit body, BodyBudget bodies, AnswerBudget answers) {
        this.body = body;
        this.bodies = bodies;
        this.answers = answers;
    }

    public BodyLimit body() {
        return body;
    }

    public BodyBudget bodies() {
        return bodies;
    }

    public AnswerBudget answers() {
        return answers;
    }
}
