package io.quittance.stage;

import io.quittance.platform.workspace.Workspace;
import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What one command works with: read once at launch.
 *
 * @param config folder of the configuration in force
 * @param businessDate the date the command works for
 * @param user the user of {@code config/users.yaml} who acts
 * @param login the operating system's name of who typed the command: both are audited
 */
public record Session(Workspace workspace, Path config, LocalDate businessDate, String user, String login) {}
