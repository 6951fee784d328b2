package org.lottrace.persistence.internal.token;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.store.KeptToken;
import org.lottrace.api.token.store.TokenStore;
import org.lottrace.persistence.internal.CurrentSession;
import org.lottrace.persistence.internal.seal.RecordKey;
import org.lottrace.persistence.internal.seal.SealedRecord;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

@Component
public final class JpaTokenStore implements TokenStore {
    private final CurrentSession current;

    @Activate
    public JpaTokenStore(@Reference CurrentSession current) {
        this.current = current;
    }

    @Override
    public boolean insert(KeptToken kept) {
        Token token = kept.token();
        return current.required(() -> {
            boolean isNew = current.insertUnlessPresent(session -> session.createMutationQuery(
                            "insert into TokenEntity (id, name, hash, roles, made, madeBy, expires)"
                                    + " values (:id, :name, :hash, :roles, :made, :madeBy, :expires)"
                                    + " on conflict do nothing")
                    .setParameter("id", token.id())
                    .setParameter("name", token.name())
                    .setParameter("hash", kept.hash())
                    .setParameter("roles", TokenEntity.text(token.roles()))
                    .setParameter("made", token.made())
                    .setParameter("madeBy", token.madeBy())
                    .setParameter("expires", token.expires()));
            if (isNew) {
                current.wrote(SealedRecord.TOKEN, RecordKey.of(token.id()));
            }
            return isNew;
        });
    }

    @Override
    public Optional<Token> find(String name) {
        return current.call(
                session -> session.createSelectionQuery("from TokenEntity where name = :name", TokenEntity.class)
                        .setParameter("name", name)
                        .uniqueResultOptional()
                        .map(TokenEntity::toToken));
    }

    @Override
    public List<Token> list(Optional<String> after, int limit) {
        return current.call(session -> session.createSelectionQuery(
                        "from TokenEntity where name > :after order by name", TokenEntity.class)
                .setParameter("after", after.orElse(""))
                .setMaxResults(limit)
                .getResultStream()
                .map(TokenEntity::toToken)
                .toList());
    }

    @Override
    public List<KeptToken> all() {
        return current.call(session -> session.createSelectionQuery("from TokenEntity order by name", TokenEntity.class)
                .getResultStream()
                .map(TokenEntity::toKept)
                .toList());
    }

    @Override
    public boolean revoke(String name, Instant at, String by) {
        return current.call(session -> {
            boolean isRevoked = session.createMutationQuery("update TokenEntity set revoked = :at, revokedBy = :by"
                                    + " where name = :name and revoked is null")
                            .setParameter("at", at)
                            .setParameter("by", by)
                            .setParameter("name", name)
                            .executeUpdate()
                    == 1;
            if (isRevoked) {
                current.wrote(
                        SealedRecord.TOKEN,
                        RecordKey.of(find(name).orElseThrow().id()));
            }
            return isRevoked;
        });
    }

    @Override
    public void used(String id, Instant at) {
        current.run(session -> session.createMutationQuery("update TokenEntity set lastUsed = :at"
                        + " where id = :id and (lastUsed is null or lastUsed < :at)")
                .setParameter("at", at)
                .setParameter("id", id)
                .executeUpdate());
    }
}
