package org.lottrace.web.gate.internal.soap;

import jakarta.servlet.http.HttpServletRequest;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.lottrace.web.gate.internal.limit.AnswerBudget;

/** Hands the share of the {@link AnswerBudget} on to the service, which finds it in its message context. */
final class AnswerRoom extends AbstractPhaseInterceptor<Message> {
    AnswerRoom() {
        super(Phase.PRE_LOGICAL);
    }

    @Override
    public void handleMessage(Message message) {
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        message.put(AnswerBudget.KEY, request.getAttribute(AnswerBudget.KEY));
    }
}
