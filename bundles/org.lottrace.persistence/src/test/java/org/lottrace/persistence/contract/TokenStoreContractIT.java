package org.lottrace.persistence.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lottrace.api.operation.Role;
import org.lottrace.api.token.Token;
import org.lottrace.api.token.store.KeptToken;

class TokenStoreContractIT extends StoreContract {
    private static final Instant MADE = Instant.parse("2026-10-01T08:00:00.123456Z");

    @Test
    void a_token_comes_back_exactly_and_is_sealed() {
        KeptToken erp = token("1", "erp");

        assertTrue(db.tokens().insert(erp));

        assertEquals(List.of(erp), db.tokens().all());
        assertEquals(Optional.of(erp.token()), db.tokens().find("erp"));
        assertEquals(1, seals());
    }

    @Test
    void a_name_is_given_once() {
        db.tokens().insert(token("1", "erp"));

        assertFalse(db.tokens().insert(token("2", "erp")));
        assertEquals(1, seals());
    }

    @Test
    void a_revoked_token_says_when_and_by_whom_it_was_first_and_is_sealed_again() {
        db.tokens().insert(token("1", "erp"));

        assertTrue(db.tokens().revoke("erp", MADE.plusSeconds(1), "root"));
        assertFalse(db.tokens().revoke("erp", MADE.plusSeconds(2), "anna"));

        Token revoked = db.tokens().find("erp").orElseThrow();
        assertEquals(Optional.of(MADE.plusSeconds(1)), revoked.revoked());
        assertEquals(Optional.of("root"), revoked.revokedBy());
        assertEquals(2, seals());
        assertFalse(db.tokens().revoke("nobody", MADE, "root"));
    }

    @Test
    void the_last_use_only_goes_on_and_is_not_sealed() {
        db.tokens().insert(token("1", "erp"));

        db.tokens().used("1", MADE.plusSeconds(60));
        db.tokens().used("1", MADE.plusSeconds(30));

        assertEquals(
                Optional.of(MADE.plusSeconds(60)),
                db.tokens().find("erp").orElseThrow().lastUsed());
        assertEquals(1, seals());
    }

    @Test
    void pages_follow_each_other_by_name() {
        List.of("c", "a", "b").forEach(name -> db.tokens().insert(token(name, name)));

        assertEquals(List.of("a", "b"), names(db.tokens().list(Optional.empty(), 2)));
        assertEquals(List.of("c"), names(db.tokens().list(Optional.of("b"), 2)));
    }

    private int seals() {
        return db.texts("select record_key from seal where record_type = 'TOKEN'")
                .size();
    }

    private static List<String> names(List<Token> tokens) {
        return tokens.stream().map(Token::name).toList();
    }

    private static KeptToken token(String id, String name) {
        return new KeptToken(
                new Token(
                        id,
                        name,
                        Set.of(Role.OPERATOR, Role.AUDITOR),
                        MADE,
                        "root",
                        MADE.plusSeconds(3600),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                id.repeat(64).substring(0, 64));
    }
}
