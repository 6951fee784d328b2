package org.lottrace.recall.wrong;

import java.sql.Connection;

/** Ring 1 knows JDBC. */
public interface OpensAConnection {
    Connection connection();
}
