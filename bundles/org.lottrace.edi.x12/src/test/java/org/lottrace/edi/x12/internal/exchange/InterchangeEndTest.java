package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class InterchangeEndTest {
    private static final String WHOLE =
            "ISA*00*          *00*          *ZZ*ACME           *ZZ*LOTTRACE       *260302*0915*U*00401"
                    + "*000000001*0*P*>~GS*SH*A*B*20260302*0915*1*X*004010~GE*1*1~IEA*1*000000001~";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void an_end_is_seen(String name, String content, boolean hasCome) {
        assertEquals(hasCome, InterchangeEnd.hasCome(content.getBytes(StandardCharsets.ISO_8859_1)));
    }

    static Stream<Arguments> an_end_is_seen() {
        return Stream.of(
                Arguments.of("whole", WHOLE, true),
                Arguments.of("with a line break", WHOLE + "\r\n", true),
                Arguments.of("with a Ctrl-Z", WHOLE + "\n\u001a", true),
                Arguments.of("two in a file", WHOLE + "\n" + WHOLE, true),
                Arguments.of("line breaks as terminators", WHOLE.replace("~", "\n"), true),
                Arguments.of("odd delimiters", WHOLE.replace("~", "\u00a7").replace("*", "|"), true),
                Arguments.of("no X12", "PK order export", true),
                Arguments.of("empty", "", true),
                Arguments.of("without its last terminator", WHOLE.substring(0, WHOLE.length() - 1), false),
                Arguments.of("cut off in IEA", WHOLE.substring(0, WHOLE.length() - 14), false),
                Arguments.of("cut off before IEA", WHOLE.substring(0, WHOLE.indexOf("IEA")), false),
                Arguments.of("cut off in ISA", WHOLE.substring(0, 50), false),
                Arguments.of("the second is cut off", WHOLE + WHOLE.substring(0, 150), false));
    }
}
