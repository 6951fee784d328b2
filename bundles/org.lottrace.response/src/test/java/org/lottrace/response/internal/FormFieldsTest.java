package org.lottrace.response.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Twenty bytes in two seconds are allowed. */
class FormFieldsTest {
    private static final long NOT_ANNOUNCED = -1;

    private long now;
    private final FormFields fields = new FormFields(20, TimeUnit.SECONDS.toNanos(2), 0, () -> now);

    @ParameterizedTest
    @CsvSource({
        "name=A.+Nowak,    A. Nowak",
        "name=J%C3%BCrgen, Jürgen",
        "name=a%3Db%26c,   a=b&c",
        "name=1&name=2,    1",
        "'=x&name=2',      2",
        "name=,            ''",
        "name=%zz,         %zz",
    })
    void a_field_is_what_was_entered(String posted, String entered) throws IOException {
        assertEquals(entered, fields.read(bytes(posted), NOT_ANNOUNCED).get("name"));
    }

    @Test
    void what_is_as_large_as_the_limit_is_read() throws IOException {
        assertEquals(Map.of("a", "x".repeat(18)), fields.read(bytes("a=" + "x".repeat(18)), 20));
    }

    @Test
    void one_byte_more_is_refused_whether_it_was_announced_or_not() {
        assertEquals(
                413,
                assertThrows(TooMuchException.class, () -> fields.read(bytes(""), 21))
                        .status());
        TooMuchException chunked =
                assertThrows(TooMuchException.class, () -> fields.read(bytes("a=" + "x".repeat(19)), NOT_ANNOUNCED));
        assertEquals(413, chunked.status());
        assertTrue(chunked.getMessage().startsWith("This answer is larger than 20 bytes. Nothing was recorded."));
    }

    @Test
    void a_byte_now_and_then_ends_with_the_time() {

        assertEquals(
                408,
                assertThrows(TooMuchException.class, () -> fields.read(slowly(), NOT_ANNOUNCED))
                        .status());
        assertEquals(TimeUnit.MILLISECONDS.toNanos(2700), now);
    }

    @Test
    void who_keeps_below_the_lowest_rate_ends_after_some_seconds() {
        FormFields patient = new FormFields(1_000, TimeUnit.HOURS.toNanos(1), 5, () -> now);

        assertEquals(
                408,
                assertThrows(TooMuchException.class, () -> patient.read(slowly(), NOT_ANNOUNCED))
                        .status());
        assertEquals(TimeUnit.MILLISECONDS.toNanos(10_800), now);
    }

    @Test
    void who_stops_in_the_middle_is_asked_to_send_it_again() {
        InputStream stops = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("idle for too long");
            }
        };

        TooMuchException refused = assertThrows(TooMuchException.class, () -> fields.read(stops, 20));

        assertEquals(400, refused.status());
        assertTrue(refused.getMessage().endsWith("Please send it again."));
    }

    private InputStream slowly() {
        return new InputStream() {
            @Override
            public int read() {
                now += TimeUnit.MILLISECONDS.toNanos(900);
                return 'a';
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                into[offset] = (byte) read();
                return 1;
            }
        };
    }

    private static InputStream bytes(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
