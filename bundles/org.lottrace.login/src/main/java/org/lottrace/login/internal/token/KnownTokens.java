package org.lottrace.login.internal.token;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.store.KeptToken;
import org.lottrace.api.token.store.TokenStore;
import org.lottrace.api.transaction.StoreUnavailableException;

/**
 * All tokens in memory, so that a request waits for no database. While it is away the tokens stay as they were last read: nobody can
 * revoke one then, either.
 */
final class KnownTokens {
    private static final Duration COARSE = Duration.ofMinutes(1);

    /** As long as a login by password is remembered. */
    private static final Duration REMEMBERED = Duration.ofMinutes(5);

    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_LOGINS = 10_000;

    private final TokenStore store;
    private volatile Optional<Map<String, Token>> byHash = Optional.empty();
    private final Map<String, Instant> used = new ConcurrentHashMap<>();
    private final Map<String, Instant> told = new HashMap<>();

    /** The one that came first goes first. */
    private final Map<String, Login> logins = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Login> eldest) {
            return size() > MOST_LOGINS;
        }
    };

    KnownTokens(TokenStore store) {
        this.store = store;
    }

    /** Reads them again. One at a time: what was read before must not replace what was read later. */
    synchronized void read() {
        byHash = Optional.of(store.all().stream().collect(Collectors.toMap(KeptToken::hash, KeptToken::token)));
    }

    /** Takes in what this node has just written, without asking again: that could fail, and it is written all the same. */
    synchronized void wrote(KeptToken kept) {
        if (byHash.isEmpty()) {
            read();
        } else {
            Map<String, Token> with = new HashMap<>(byHash.get());
            with.put(kept.hash(), kept.token());
            byHash = Optional.of(Map.copyOf(with));
        }
    }

    /** As {@link #wrote}, for a token that was revoked. */
    synchronized void revoked(Token token, Instant at, String by) {
        if (byHash.isEmpty()) {
            read();
        } else {
            byHash.get().entrySet().stream()
                    .filter(known -> known.getValue().id().equals(token.id()))
                    .findFirst()
                    .ifPresent(known -> wrote(new KeptToken(revokedAs(token, at, by), known.getKey())));
        }
    }

    private static Token revokedAs(Token token, Instant at, String by) {
        return new Token(
                token.id(),
                token.name(),
                token.roles(),
                token.made(),
                token.madeBy(),
                token.expires(),
                Optional.of(at),
                Optional.of(by),
                token.lastUsed());
    }

    /** @throws StoreUnavailableException while they were never read */
    Optional<Token> find(TokenText text) {
        Map<String, Token> known = byHash.orElseThrow(
                () -> new StoreUnavailableException("tokens have not been read yet; try again in some seconds", null));
        return Optional.ofNullable(known.get(text.hash()));
    }

    /** @return whether it counts as a new login: it was not seen from there for minutes, or was noted a day ago */
    boolean used(Token token, Instant at, String address) {
        used.merge(token.id(), at, (one, other) -> one.isAfter(other) ? one : other);
        String login = token.id() + " " + address;
        synchronized (logins) {
            Login before = logins.get(login);
            boolean isNew = before == null
                    || !at.isBefore(before.last().plus(REMEMBERED))
                    || !at.isBefore(before.noted().plus(DAY));
            logins.put(login, new Login(isNew ? at : before.noted(), at));
            return isNew;
        }
    }

    /** Writes when each was last used, once a minute at most. */
    synchronized void tell() {
        Map<String, Instant> now = used.entrySet().stream()
                .filter(use -> Optional.ofNullable(told.get(use.getKey()))
                        .map(last -> !use.getValue().isBefore(last.plus(COARSE)))
                        .orElse(true))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        now.forEach((id, at) -> {
            store.used(id, at);
            told.put(id, at);
        });
    }

    private record Login(Instant noted, Instant last) {}
}
