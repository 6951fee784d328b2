package org.lottrace.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.KeyPair;
import java.util.Iterator;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Asked is Karaf's own login module, of the version in the distribution. */
class ShellKeyTest {
    /** Its x begins with FFE6. */
    static final String REFUSED =
            "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBP/mfpnDB6RU62aBsMXXoXHvz29SCBoT9YygWA2xdP+HIq2bByY/PXoIMrLhpTqHtddf7gCRvK/EVrpGBiXwxvk=";

    /** Its y begins with FFD4. */
    private static final String REFUSED_TOO =
            "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBLwibxGquyD52Uv5yQH7M/uauuAnqzzATFWniYIaSBFM/9QuFR5ialTd6/cg2Y87UiEBAyd+vKObSlnKEHQVVS0=";

    private static final String ACCEPTED =
            "AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAABBBFOmFBjrnedQpTpG8Ga8rhE0tY7q74pfo6ATuaGoIjYFrexxHbmSPNCbMmRtC3p352IUek6DeOtJClITVz1q73g=";

    @ParameterizedTest
    @ValueSource(strings = {REFUSED, REFUSED_TOO})
    void a_key_with_a_coordinate_that_begins_with_nine_ones_is_never_accepted(String entry) throws Exception {
        assertFalse(ShellKey.isAcceptedByKaraf(entry));
    }

    @Test
    void a_key_is_made_again_until_karaf_accepts_it() throws Exception {
        KeyPair good = pair(ACCEPTED);
        Iterator<KeyPair> made = List.of(pair(REFUSED), pair(REFUSED_TOO), good).iterator();

        assertSame(good, ShellKey.firstAccepted(made::next));
    }

    @Test
    void a_key_that_was_made_is_accepted_in_the_form_in_which_karaf_gets_it() throws Exception {
        String entry = ShellKey.entry(ShellKey.generate().getPublic());

        assertTrue(ShellKey.isAcceptedByKaraf(entry));
        assertEquals(ACCEPTED.substring(0, 52), entry.substring(0, 52));
    }

    private static KeyPair pair(String entry) throws Exception {
        return new KeyPair(
                PublicKeyEntry.parsePublicKeyEntry("ecdsa-sha2-nistp256 " + entry)
                        .resolvePublicKey(null, null, null),
                null);
    }
}
