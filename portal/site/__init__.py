"""What every page shares: settings, layout, navigation, look."""
