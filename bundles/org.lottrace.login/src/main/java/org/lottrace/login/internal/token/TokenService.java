package org.lottrace.login.internal.token;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.lottrace.api.audit.AuditKind;
import org.lottrace.api.audit.LoginMethod;
import org.lottrace.api.operation.Caller;
import org.lottrace.api.operation.Role;
import org.lottrace.api.operation.WrongQuestionException;
import org.lottrace.api.outcome.Outcome;
import org.lottrace.api.token.MadeToken;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.TokenLogins;
import org.lottrace.api.token.TokenRequest;
import org.lottrace.api.token.Tokens;
import org.lottrace.api.token.store.KeptToken;
import org.lottrace.api.token.store.TokenStore;
import org.lottrace.api.transaction.UnitOfWork;
import org.lottrace.api.violation.Violation;
import org.lottrace.login.internal.FailedAddresses;
import org.lottrace.login.internal.audit.AuditNote;
import org.lottrace.login.internal.audit.AuditQueue;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tokens: made and revoked in the database, looked at in memory. */
@Component(immediate = true)
public final class TokenService implements Tokens, TokenLogins {
    private static final Logger LOG = LoggerFactory.getLogger(TokenService.class);
    private static final int SECONDS_BETWEEN_READS = 2;
    private static final int MOST_LISTED = 1_000;

    /** Says how a token came in, in the audit log. */
    private static final String CHANNEL = "http";

    private static final long SECONDS_TO_END = 30;

    private final UnitOfWork unitOfWork;
    private final TokenStore store;
    private final Clock clock;
    private final AuditQueue audit;
    private final FailedAddresses failures;
    private final KnownTokens known;
    private final ScheduledExecutorService reading =
            Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "lottrace-tokens"));
    private boolean failed;

    @Activate
    public TokenService(
            @Reference UnitOfWork unitOfWork,
            @Reference TokenStore store,
            @Reference Clock clock,
            @Reference AuditQueue audit,
            @Reference FailedAddresses failures) {
        this(unitOfWork, store, clock, audit, failures, SECONDS_BETWEEN_READS);
    }

    /** @param seconds between two reads; 0: nobody reads, for tests */
    TokenService(
            UnitOfWork unitOfWork,
            TokenStore store,
            Clock clock,
            AuditQueue audit,
            FailedAddresses failures,
            int seconds) {
        this.unitOfWork = unitOfWork;
        this.store = store;
        this.clock = clock;
        this.audit = audit;
        this.failures = failures;
        this.known = new KnownTokens(store);
        if (seconds > 0) {
            reading.scheduleWithFixedDelay(this::look, 0, seconds, TimeUnit.SECONDS);
        }
    }

    /** A look that is still at work would leave a connection open in a database that is closed next. */
    @Deactivate
    void end() throws InterruptedException {
        reading.shutdown();
        if (!reading.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
            LOG.warn("still at work after {} seconds", SECONDS_TO_END);
        }
    }

    /** What other nodes have made and revoked, and when tokens were used here. An exception would end the looking for good. */
    void look() {
        try {
            known.read();
            known.tell();
            failed = false;
        } catch (RuntimeException unreadable) {
            if (!failed) {
                LOG.warn("tokens cannot be read now; those that are known go on", unreadable);
            }
            failed = true;
        }
    }

    @Override
    public Outcome<MadeToken> make(Caller caller, TokenRequest request) {
        Instant now = clock.instant();
        List<Violation> problems = TokenRules.problems(caller, request, now);
        if (!problems.isEmpty()) {
            return new Outcome.Refused<>(problems);
        }
        TokenText secret = TokenText.random();
        Token token = new Token(
                secret.id(),
                request.name(),
                request.roles(),
                now,
                caller.name(),
                request.expires(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        KeptToken kept = new KeptToken(token, secret.hash());
        if (!unitOfWork.required(() -> store.insert(kept))) {
            return new Outcome.Refused<>(List.of(TokenRules.problem(
                    TOKEN_NAME_TAKEN, "name", "there is or was a token " + request.name() + "; take another name")));
        }
        known.wrote(kept);
        note(AuditKind.TOKEN_MADE, caller, token, "until " + token.expires());
        return new Outcome.Done<>(new MadeToken(token, secret.text()));
    }

    @Override
    public List<Token> list(Optional<String> after, int limit) {
        if (limit < 1 || limit > MOST_LISTED) {
            throw new WrongQuestionException(
                    "1 to " + MOST_LISTED + " tokens can be asked for at a time, not " + limit);
        }
        return store.list(after, limit);
    }

    @Override
    public List<Violation> revoke(Caller caller, String name) {
        Optional<Token> token = unitOfWork.required(() -> store.find(name));
        if (token.isEmpty()) {
            return List.of(TokenRules.problem(
                    TOKEN_UNKNOWN, "name", "there is no token " + name + "; lottrace:tokens lists them"));
        }
        Instant now = clock.instant();
        if (unitOfWork.required(() -> store.revoke(name, now, caller.name()))) {
            known.revoked(token.get(), now, caller.name());
            note(AuditKind.TOKEN_REVOKED, caller, token.get(), "");
        }
        return List.of();
    }

    private void note(AuditKind kind, Caller by, Token token, String detail) {
        LOG.info("{} name={} by={}", kind.code(), token.name(), by.name());
        audit.add(
                AuditNote.decided(kind, Caller.TOKEN + token.name(), LoginMethod.TOKEN, codes(token.roles()), by.name())
                        .withDetail(detail));
    }

    @Override
    public Optional<Caller> login(String secret, String address) {
        Optional<TokenText> text = TokenText.parse(secret);
        Optional<Token> found = text.flatMap(known::find);
        if (found.isEmpty()) {
            failures.failed(address);
            refused(AuditKind.LOGIN_FAILED, "", address, "an unknown token");
            return Optional.empty();
        }
        Token token = found.get();
        Instant now = clock.instant();
        if (!token.isUsable(now)) {
            String why = token.revoked().isPresent()
                    ? "revoked at " + token.revoked().get()
                    : "over since " + token.expires();
            refused(AuditKind.TOKEN_REFUSED, Caller.TOKEN + token.name(), address, why);
            return Optional.empty();
        }
        if (known.used(token, now, address)) {
            audit.add(AuditNote.of(
                    AuditKind.LOGIN,
                    Caller.TOKEN + token.name(),
                    address,
                    CHANNEL,
                    LoginMethod.TOKEN,
                    codes(token.roles())));
        }
        return Optional.of(Caller.token(token.name(), token.roles()));
    }

    private void refused(AuditKind kind, String user, String address, String why) {
        LOG.debug("token refused user={} address={} why={}", user, address, why);
        audit.count(AuditNote.of(kind, user, address, CHANNEL, LoginMethod.TOKEN, List.of())
                .withDetail(why));
    }

    private static List<String> codes(Set<Role> roles) {
        return roles.stream().map(Role::code).toList();
    }
}
