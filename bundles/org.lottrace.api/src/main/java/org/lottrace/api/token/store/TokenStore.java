package org.lottrace.api.token.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.token.Token;
import org.lottrace.api.transaction.Writes;
import org.osgi.annotation.versioning.ProviderType;

/** Port to tokens. Every method joins the caller's unit of work or opens one. */
@ProviderType
public interface TokenStore {
    /** @return false when there is one of that name or id */
    @Writes
    boolean insert(KeptToken token);

    /** @return that of the name, or empty */
    Optional<Token> find(String name);

    /** @return by name, those after that name, at most {@code limit} */
    List<Token> list(Optional<String> after, int limit);

    /** @return all */
    List<KeptToken> all();

    /** @return false when it is revoked already, or there is none of that name */
    @Writes
    boolean revoke(String name, Instant at, String by);

    /** Says when a token was last seen, unless a later time is known. No fact: it is not sealed. */
    @Writes
    void used(String id, Instant at);
}
