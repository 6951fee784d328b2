package org.lottrace.edi.x12.internal.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.annotation.Annotation;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterchangeFoldersServiceTest {
    private final InterchangeFoldersService folders = new InterchangeFoldersService(defaults());

    @ParameterizedTest
    @CsvSource(
            delimiterString = " -> ",
            nullValues = "none",
            value = {
                "ISA*00*          *00*          *ZZ*LOTTRACE       *ZZ*MARKET         *261128*1000*U*00401* -> ZZ:MARKET",
                "ISA|00|          |00|          |ZZ|LOTTRACE       |01|006922827HUH1  |261128|1000|U|00401| -> 01:006922827HUH1",
                "ISA*00*          *00*          *ZZ*LOTTRACE -> none",
                "UNA:+.? ' -> none",
                "ISA -> none",
            })
    void a_file_says_for_whom_it_is(String beginning, String receiver) {
        assertEquals(Optional.ofNullable(receiver), folders.receiver(beginning.getBytes(StandardCharsets.ISO_8859_1)));
    }

    private static InterchangesConfig defaults() {
        return (InterchangesConfig) Proxy.newProxyInstance(
                InterchangesConfig.class.getClassLoader(),
                new Class<?>[] {InterchangesConfig.class},
                (proxy, method, arguments) ->
                        method.getName().equals("annotationType") ? Annotation.class : method.getDefaultValue());
    }
}
