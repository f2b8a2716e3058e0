package io.quittance.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseIT {

    @TempDir
    Path home;

    @Test
    void theWorkspacesOwnIsReadyForWorkFromTheFirstCommandOn() throws Exception {
        for (int command = 0; command < 2; command++) {
            try (Database database = Database.embedded(home.resolve("database"));
                    Connection connection = database.address().app().connect();
                    Statement statement = connection.createStatement();
                    ResultSet result = statement.executeQuery("select count(*) from batch.batch_job_instance")) {
                result.next();
                assertThat(result.getInt(1)).isZero();
            }
        }
    }
}
