package org.lottrace.p2;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostConfigurationTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "inbox = ${lottrace.data:-${karaf.base}}/edi/inbox           | inbox = ${lottrace.data}/edi/inbox",
                "folder = ${lottrace.data:-${karaf.base}/lottrace}/labels    | folder = ${lottrace.data}/labels",
                "mappings = ${lottrace.data:-${karaf.etc}}/edi-mappings      | mappings = ${lottrace.data}/edi-mappings",
                "snapshot.folder = ${karaf.data}/genealogy                   | snapshot.folder = ${lottrace.data}/genealogy",
                "users.file = ${karaf.etc}/users.properties                  | users.file =",
                "realm = karaf                                               | realm = lottrace",
                "remember.seconds = 300                                      | remember.seconds = 0",
                "port = ${lottrace.http.port:-8181}                          | port = ${lottrace.http.port:-8181}",
            })
    void all_data_lies_in_one_folder_and_users_are_the_hosts_business(String karafs, String hosts) {
        assertEquals(hosts + "\n", HostConfiguration.of("org.lottrace.any", karafs));
    }

    @Test
    void what_only_karaf_has_is_found_and_a_comment_is_no_matter() {
        assertEquals(
                "file = ${karaf.home}/x",
                HostConfiguration.karafIn("# as karaf has it\nfile = ${karaf.home}/x\na = b\n"));
    }
}
