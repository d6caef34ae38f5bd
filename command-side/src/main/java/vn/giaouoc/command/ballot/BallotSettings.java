package vn.giaouoc.command.ballot;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What secret ballots need of the machine.
 *
 * @param keys the directory in which the keys of open polls lie, the same for all command sides;
 *     empty: there can be no secret ballot
 */
@ConfigurationProperties("giaouoc.ballots")
public record BallotSettings(@DefaultValue("") String keys) {}
