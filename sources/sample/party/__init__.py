"""What the party department keeps: organisations, firms, activities and alliances."""
