package org.lottrace.web.gate.internal.limit;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import org.lottrace.web.gate.internal.Caller;

/**
 * The request as the services get it: with the caller the gate has let in, because the whiteboard hands on a name and an endpoint asks
 * for a principal; and with a body that ends at the limit.
 */
public final class CheckedRequest extends HttpServletRequestWrapper {
    private final Caller caller;
    private final BodyLimit limit;
    private final BodyBudget.Share share;
    private final HttpServletResponse answer;
    private LimitedBody body;

    /** @param answer is told when the body is refused: what is left of it is read by nobody, so no other request can follow it */
    public CheckedRequest(
            HttpServletRequest request,
            HttpServletResponse answer,
            Caller caller,
            BodyLimit limit,
            BodyBudget.Share share) {
        super(request);
        this.answer = answer;
        this.caller = caller;
        this.limit = limit;
        this.share = share;
    }

    @Override
    public Principal getUserPrincipal() {
        return caller.principal();
    }

    @Override
    public boolean isUserInRole(String role) {
        return caller.roles().contains(role);
    }

    /**
     * Refuses the body for a reason of the caller's, before anything of it is used.
     *
     * @return the reason, to be thrown: whoever reads the body after this gets it as well, and waits for nothing
     */
    public RefusedBodyException refuse(RefusedBodyException why) throws IOException {
        return body().refuse(why);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return body();
    }

    private LimitedBody body() throws IOException {
        if (body == null) {
            body = new LimitedBody(
                    super.getInputStream(),
                    limit,
                    share,
                    getContentLengthLong(),
                    System::nanoTime,
                    () -> answer.setHeader("Connection", "close"));
        }
        return body;
    }
}
