package org.lottrace.persistence.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostgresqlAddressTest {
    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5433/lottrace, postgresql://db:5433/lottrace",
        "jdbc:postgresql://one:1;two:2/lottrace?targetServerType=primary, postgresql://one:1;two:2/lottrace",
        "jdbc:postgresql://[::1]:5432/a%20b, postgresql://[::1]:5432/a%20b",
        "jdbc:postgresql:lottrace, postgresql://localhost/lottrace",
        "jdbc:postgresql:/lottrace, postgresql://localhost/lottrace",
        "jdbc:postgresql:///lottrace, postgresql://localhost/lottrace",
        "jdbc:postgresql://db/, postgresql://db/",
        "jdbc:postgresql://db/lottrace?user=me&password=secret&reWriteBatchedInserts=true, postgresql://db/lottrace",
        "jdbc:postgresql://db/lottrace?ssl=true&user=me, postgresql://db/lottrace?sslmode=verify-full",
        "jdbc:postgresql://db/lottrace?ssl, postgresql://db/lottrace?sslmode=verify-full",
        "jdbc:postgresql://db/lottrace?ssl=false, postgresql://db/lottrace",
        "jdbc:postgresql://db/lottrace?sslmode=require&sslrootcert=/a.crt,"
                + " postgresql://db/lottrace?sslmode=require&sslrootcert=/a.crt"
    })
    void names_the_same_database_to_the_programs_of_postgresql(String jdbc, String address) {
        assertEquals(address.replace(';', ','), PostgresqlAddress.of(jdbc.replace(';', ',')));
    }
}
