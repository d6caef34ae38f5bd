package vn.giaouoc.web;

import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.SecurityContext;
import org.springframework.boot.health.actuate.endpoint.AdditionalHealthEndpointPath;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroup;
import org.springframework.boot.health.actuate.endpoint.HealthEndpointGroups;
import org.springframework.boot.health.actuate.endpoint.HttpCodeStatusMapper;
import org.springframework.boot.health.actuate.endpoint.StatusAggregator;
import vn.giaouoc.web.Account.Role;

/** Health, whose details are for who keeps the system, as the record's are for whom they are. */
record Detailed(HealthEndpointGroups groups, Supplier<Asking> asking)
    implements HealthEndpointGroups {

  @Override
  public HealthEndpointGroup getPrimary() {
    return new Group(groups.getPrimary());
  }

  @Override
  public Set<String> getNames() {
    return groups.getNames();
  }

  @Override
  public @Nullable HealthEndpointGroup get(String name) {
    HealthEndpointGroup group = groups.get(name);
    return group == null ? null : new Group(group);
  }

  private final class Group implements HealthEndpointGroup {

    private final HealthEndpointGroup group;

    private Group(HealthEndpointGroup group) {
      this.group = group;
    }

    @Override
    public boolean isMember(String name) {
      return group.isMember(name);
    }

    @Override
    public boolean showComponents(SecurityContext context) {
      return showDetails(context);
    }

    @Override
    public boolean showDetails(SecurityContext context) {
      Asking now = asking.get();
      return !now.identified()
          || now.account()
              .filter(account -> account.isOneOf(Role.ADMINISTRATOR, Role.BOARD))
              .isPresent();
    }

    @Override
    public StatusAggregator getStatusAggregator() {
      return group.getStatusAggregator();
    }

    @Override
    public HttpCodeStatusMapper getHttpCodeStatusMapper() {
      return group.getHttpCodeStatusMapper();
    }

    @Override
    public @Nullable AdditionalHealthEndpointPath getAdditionalPath() {
      return group.getAdditionalPath();
    }
  }
}
