package org.lottrace.response.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the ways in which consignees answer. */
@ObjectClassDefinition(name = "LotTrace recall responses: page and files")
@interface ResponseConfig {
    String PID = "org.lottrace.response";

    @AttributeDefinition(
            name = "Public address",
            description =
                    "how consignees reach this server, such as https://recall.example.com; empty: no links are given")
    String public_url() default "";

    @AttributeDefinition(
            name = "Secret",
            description =
                    "file with the secret that makes links impossible to guess; made when it is not there. Without it "
                            + "the links that were sent are worthless")
    String secret_file() default "recall/answer.secret";

    @AttributeDefinition(name = "Inbox", description = "folder where filled-in files of consignees are dropped")
    String answers_inbox() default "recall/answers/inbox";

    @AttributeDefinition(name = "Archive", description = "folder for files that were recorded")
    String answers_archive() default "recall/answers/archive";

    @AttributeDefinition(name = "Rejected", description = "folder for files that were set aside, each with its report")
    String answers_rejected() default "recall/answers/rejected";

    @AttributeDefinition(
            name = "Poll interval",
            description = "milliseconds between two looks into the inbox, 100 or more")
    int answers_poll_milliseconds() default 1000;
}
