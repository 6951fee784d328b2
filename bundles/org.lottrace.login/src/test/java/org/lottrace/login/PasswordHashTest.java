package org.lottrace.login;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {
    /** {@code hashlib.pbkdf2_hmac("sha512", b"passwordPASSWORDpassword", b"saltSALTsaltSALTsaltSALTsaltSALTsalt", 4096, 32)} of Python. */
    private static final String OF_ANOTHER_PROGRAM =
            "PBKDF2.4096.c2FsdFNBTFRzYWx0U0FMVHNhbHRTQUxUc2FsdFNBTFRzYWx0.jAUR9Mbll8asYxXY8DYuIl88UBSVuiO4aMAFF03E7nE";

    @ParameterizedTest
    @ValueSource(strings = {"secret", "", "Straße ☂", "a,b ${x} = \\ #"})
    void knows_its_password_and_no_other(String password) {
        String kept = PasswordHash.of(password);

        assertTrue(PasswordHash.isOf(password, kept));
        assertFalse(PasswordHash.isOf(password + " ", kept));
    }

    @Test
    void two_with_the_same_password_do_not_look_alike() {
        assertNotEquals(PasswordHash.of("secret"), PasswordHash.of("secret"));
    }

    @Test
    void can_stand_among_users_and_their_roles() {
        assertTrue(PasswordHash.of("secret").matches("[\\w.-]+"));
    }

    @Test
    void is_what_other_programs_call_pbkdf2() {
        assertTrue(PasswordHash.isOf("passwordPASSWORDpassword", OF_ANOTHER_PROGRAM));
    }

    @ParameterizedTest
    @CsvSource({
        "2BB80D537B1DA3E38BD30361AA855686BDE0EACD7162FEF6A25FE97BF527A25B, true",
        "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b, true",
        "2BB80D537B1DA3E38BD30361AA855686BDE0EACD7162FEF6A25FE97BF527A25C, false",
    })
    void a_digest_of_an_earlier_version_is_still_known(String kept, boolean isOf) {
        assertEquals(isOf, PasswordHash.isOf("secret", kept));
        assertTrue(PasswordHash.isOfEarlierVersion(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "secret", "PBKDF2", "PBKDF2.1.a.b", "PBKDF2.99999999.YWFh.YWFh"})
    void what_is_no_hash_fits_no_password(String kept) {
        assertFalse(PasswordHash.isOf("secret", kept));
    }
}
