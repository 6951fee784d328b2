package org.lottrace.response.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Configuration of the page on which consignees answer. */
@ObjectClassDefinition(name = "LotTrace recall responses: the answer page")
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
}
