package org.lottrace.rest.internal.resource;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.util.Optional;
import org.lottrace.api.operation.Operations;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.token.MadeToken;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.TokenRequest;
import org.lottrace.api.token.Tokens;
import org.lottrace.rest.internal.call.Callers;
import org.lottrace.rest.internal.call.Performs;
import org.lottrace.rest.internal.call.RefusedByList;
import org.lottrace.rest.internal.page.Limit;
import org.lottrace.rest.internal.page.Page;

/** Tokens of programs. */
@Path("v1")
@Consumes("application/json")
@Produces({"application/json", "text/csv"})
public final class TokensResource {
    private final Operations operations;

    /** Of whose request it is asked. */
    @Context
    private SecurityContext user;

    public TokensResource(Operations operations) {
        this.operations = operations;
    }

    @GET
    @Path("tokens")
    @Performs("token.list")
    public Page<Token> list(
            @QueryParam("after") String after, @QueryParam("limit") @DefaultValue(Limit.USUAL) Limit limit) {
        Limit rows = limit.within(Limit.MOST);
        return Page.of(tokens().list(Optional.ofNullable(after), rows.andOne()), rows, Token::name);
    }

    @POST
    @Path("tokens")
    @Performs("token.make")
    public Outcome<MadeToken> make(TokenRequest request) {
        return tokens().make(Callers.of(user), request);
    }

    @POST
    @Path("tokens/revoke")
    @Produces({"application/json", "application/problem+json"}) // there is no other answer
    @Performs("token.revoke")
    public RefusedByList revoke(Revoke body) {
        return new RefusedByList(tokens().revoke(Callers.of(user), body.name()));
    }

    /** @param name of the token */
    public record Revoke(String name) {}

    private Tokens tokens() {
        return operations.as(Callers.of(user), Tokens.class);
    }
}
